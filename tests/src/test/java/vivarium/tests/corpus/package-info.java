/** Real teaching material. */
package vivarium.tests.corpus;
