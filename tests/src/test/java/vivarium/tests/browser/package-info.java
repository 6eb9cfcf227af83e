/** The built site in a real browser. */
package vivarium.tests.browser;
