/** The real command. */
package vivarium.tests.command;
