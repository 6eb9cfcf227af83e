/** What the manual says, held against the sources. */
package vivarium.tests.docs;
