package vivarium.kernel.installer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.kernel.installer.Answers.Question;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.SimpleJson;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;

/** A package index, as far as its pages are known. */
final class Index implements Source {
  private final Address address;
  private final Answers answers;
  private final Set<PackageName> elsewhere;
  private final boolean isFirst;

  /**
   * @param elsewhere the packages that it need not be asked for
   * @param isFirst whether it is asked for all others; a later one only for what those before it do
   *     not have
   */
  Index(Address address, Answers answers, Set<PackageName> elsewhere, boolean isFirst) {
    this.address = address;
    this.answers = answers;
    this.elsewhere = elsewhere;
    this.isFirst = isFirst;
  }

  @Override
  public Optional<Listing> list(PackageName name) throws IndexException {
    Optional<Answers.Answer> page = answers.to(page(name));
    return page.isEmpty()
        ? Optional.empty()
        : Optional.of(SimpleJson.read(name, Address.of(page.get().from()), page.get().text()));
  }

  @Override
  public void expect(List<PackageName> names) {
    if (!isFirst) {
      return;
    }
    List<Question> questions = new ArrayList<>();
    for (PackageName name : names) {
      if (!elsewhere.contains(name)) {
        questions.add(page(name));
      }
    }
    answers.needAll(questions);
  }

  private Question page(PackageName name) {
    return new Question("page", address + name.normalized() + "/", Optional.empty());
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
