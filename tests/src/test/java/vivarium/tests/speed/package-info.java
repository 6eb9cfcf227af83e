/** Measurements, not assertions. */
package vivarium.tests.speed;
