/** PyScript pages in a real browser, with and without the headers of an isolated page. */
package vivarium.tests.browser.pyscript;
