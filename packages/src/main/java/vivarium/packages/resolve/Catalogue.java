package vivarium.packages.resolve;

import java.util.List;

/** What there is to choose from. Answers must not change while a choice is made. */
public interface Catalogue {
  /**
   * The releases of a package that could be used at all, best first.
   *
   * @return labels without duplicates, such as versions; empty when there is none
   * @throws CatalogueException when that cannot be found out
   */
  List<String> releases(String name) throws CatalogueException, InterruptedException;

  /** Why there is no release, as the end of a sentence: {@code which is not in the index}. */
  String absence(String name);

  /**
   * What is said where a package has releases and none of them will do, as a part of a sentence.
   *
   * @param releases the package and its releases, in words
   */
  default String only(String name, String releases) {
    return "there is only " + releases;
  }

  /**
   * What a release needs, or why it cannot be used.
   *
   * @throws CatalogueException when that cannot be found out
   */
  Contents contents(String name, String release) throws CatalogueException, InterruptedException;

  /** What is known of one release. */
  sealed interface Contents {
    /** It can be used, together with these. */
    record Needs(List<Need> needs) implements Contents {
      public Needs {
        needs = List.copyOf(needs);
      }
    }

    /**
     * It cannot be used.
     *
     * @param reason continues a sentence: {@code has no readable metadata}
     */
    record Unusable(String reason) implements Contents {}
  }
}
