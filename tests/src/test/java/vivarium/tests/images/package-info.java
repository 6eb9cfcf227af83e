/** Memory images of Python in a real browser. */
package vivarium.tests.images;
