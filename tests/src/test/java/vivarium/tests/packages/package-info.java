/** Folders of documents that have packages. */
@org.jspecify.annotations.NullMarked
package vivarium.tests.packages;
