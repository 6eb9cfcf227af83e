package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.python.PythonPackage;
import vivarium.engine.python.PythonPackages;
import vivarium.engine.python.PythonRelease;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.lock.LockedWheels;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.supply.TestWheel;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.Wheel;
import vivarium.packages.wheel.WheelLimits;
import vivarium.packages.wheel.WheelName;
import vivarium.parse.DocumentParser;

class SitePackagesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void what_a_document_names_or_imports_is_wanted_and_the_rest_is_at_hand() throws Exception {
    assertThat(wanted("---\npackages: [apple]\n---\n")).isEqualTo("apple");
    assertThat(wanted("```python {run}\nimport apple\n```\n")).isEqualTo("apple");
    assertThat(wanted("```python {run}\n%pip install apple\n```\n")).isEqualTo("apple");
    assertThat(wanted("```python {run}\nawait micropip.install(['apple'])\n```\n"))
        .isEqualTo("apple");
    assertThat(wanted("# No cell\n")).isEmpty();
  }

  @Test
  void what_a_wanted_package_can_make_use_of_comes_with_it_as_far_as_it_is_locked()
      throws Exception {
    assertThat(wanted("```python {run}\nimport frame\n```\n")).isEqualTo("apple frame sheet");
  }

  private String wanted(String text) throws Exception {
    List<Wheel> wheels = new ArrayList<>();
    List<LockedPackage> locked = new ArrayList<>();
    TestWheel frame =
        TestWheel.of("frame", "1").needs("sheet; extra == 'excel'", "absent; extra == 'x'");
    for (TestWheel each :
        List.of(
            TestWheel.of("apple", "1"),
            frame,
            TestWheel.of("sheet", "1").needs("frame", "apple"),
            TestWheel.of("spare", "1"))) {
      WheelName name = WheelName.parse(each.fileName());
      wheels.add(Wheel.of(each.bytes(), name, Optional.empty(), WheelLimits.DEFAULT));
      locked.add(
          new LockedPackage(
              name.distribution(),
              name.version(),
              name,
              each.hash(),
              each.bytes().length,
              new LockedPackage.Origin.Engine(),
              name.distribution().equals(new PackageName("sheet"))
                  ? List.of(new PackageName("frame"), new PackageName("apple"))
                  : List.of()));
    }
    LockFile lock = new LockFile("314.0.7", Version.parse("3.14.2"), locked);
    LockedWheels.Found found = new LockedWheels.Found(Optional.of(lock), wheels, List.of());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    PythonPackages packages =
        SitePackages.of(PythonRelease.NEWEST, found, folder)
            .of(DocumentParser.parse("a.md", bytes).document());
    assertThat(packages.wanted().size() + packages.others().size()).isEqualTo(4);
    return String.join(" ", packages.wanted().stream().map(PythonPackage::name).sorted().toList());
  }
}
