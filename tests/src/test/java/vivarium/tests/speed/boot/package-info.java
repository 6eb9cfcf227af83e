/** How soon pages have their first output from Python: Vivarium's beside others. */
package vivarium.tests.speed.boot;
