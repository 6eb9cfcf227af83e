package vivarium.packages.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ImportsTest {
  @Test
  void every_form_of_import_is_found_with_its_place() {
    assertThat(
            found(
                """
                import numpy as np, os.path
                from google.cloud import storage as s, bigquery
                from x import (
                    a,  # one
                    b as c,
                )
                if True: import y; from z import *
                def f():
                    import inner.part
                """))
        .isEqualTo(
            "numpy 1:8, os.path 1:21, google.cloud[storage, bigquery] 2:6, x[a, b] 3:6,"
                + " y 7:17, z 7:25, inner.part 9:12");
  }

  @Test
  void what_only_looks_like_an_import_is_none() {
    assertThat(
            found(
                """
                # import comment
                text = "import string"
                long = '''
                import literal
                '''
                raw = rb'\\' import z'
                raise ValueError from error
                x = (
                import_ )
                yield from generator
                from . import sibling
                from .part import other
                from ..part import other
                print(f"{a["import q"]}")
                """))
        .isEmpty();
  }

  @Test
  void an_import_that_the_code_can_do_without_is_optional() {
    assertThat(
            found(
                """
                try:
                    import ujson as json
                    if fast:
                        import faster
                except ImportError:
                    import slower
                else:
                    import needed
                if TYPE_CHECKING:
                    from types_only import T
                import after
                """))
        .isEqualTo(
            "ujson 2:12?, faster 4:16?, slower 6:12?, needed 8:12, types_only[T] 10:10?, after 11:8");
  }

  @Test
  void magics_are_not_python() {
    assertThat(found("%matplotlib inline\n!pip install x\nimport a\n")).isEqualTo("a 3:8");
    assertThat(found("%%bash\nimport a\n")).isEmpty();
    assertThat(found("%%time\nimport a\n")).isEqualTo("a 2:8");
  }

  @Test
  void lines_may_end_and_go_on_in_any_way() {
    assertThat(found("import a\r\nimport \\\r\n  b\rimport c")).isEqualTo("a 1:8, b 3:3, c 4:8");
    assertThat(found("x = '😀'; import ünder")).isEqualTo("ünder 1:17");
  }

  @Test
  void code_with_errors_gives_what_can_be_made_out() {
    assertThat(found("import\nfrom\nfrom x\nimport a,\nimport 1\nfrom y import"))
        .isEqualTo("a 4:8, y 6:6");
    assertThat(found("x = 'open\nimport a\n'''\nimport b")).isEqualTo("a 2:8");
    assertThat(found("\\")).isEmpty();
    assertThat(found("'\\")).isEmpty();
  }

  @Test
  @Timeout(10)
  void long_code_takes_little_time() {
    assertThat(Imports.in("import a\n".repeat(100_000))).hasSize(100_000);
    assertThat(Imports.in("(".repeat(200_000) + "'".repeat(200_000))).isEmpty();
    assertThat(Imports.in("from a import " + "b,".repeat(200_000))).hasSize(1);
  }

  private static String found(String code) {
    return Imports.in(code).stream()
        .map(
            each ->
                each.module()
                    + (each.names().isEmpty() ? "" : each.names())
                    + " "
                    + each.line()
                    + ":"
                    + each.column()
                    + (each.isOptional() ? "?" : ""))
        .collect(Collectors.joining(", "));
  }
}
