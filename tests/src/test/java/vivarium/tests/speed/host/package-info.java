/** A static host at the end of a slow link, on this machine. */
package vivarium.tests.speed.host;
