/** Pages written for PyScript, beside PyScript itself. */
package vivarium.tests.pyscript;
