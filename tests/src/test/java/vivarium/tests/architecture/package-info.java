/** The rules of the house. */
package vivarium.tests.architecture;
