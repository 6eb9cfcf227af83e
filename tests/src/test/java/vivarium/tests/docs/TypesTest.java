package vivarium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types for authors' scripts, held against the TypeScript compiler. */
class TypesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String IMPORT =
      "import { cells, kernel } from \"./vivarium.js\";\nexport const all = cells.all();\n";

  @TempDir Path folder;

  @Test
  void scripts_that_follow_the_manual_have_no_type_errors() throws Exception {
    assertThat(
            check(
                IMPORT
                    + """
                    const cell = cells.get("sum");
                    if (cell) {
                      cell.code = cell.code + "\\n";
                      const { status, milliseconds, outputs } = await cell.run();
                      for (const output of outputs) {
                        if (output.output_type === "error") console.log(output.traceback.join());
                        else if (output.output_type === "left_out") console.log(output.characters);
                        else if (output.output_type !== "stream") console.log(output.data["text/plain"]);
                      }
                      console.log(status === "prevented", milliseconds.toFixed(), cell.state === "done");
                      cell.stop(), cell.reset(), cell.clear(), cell.focus();
                    }
                    document.addEventListener("viv:run", (event) => {
                      event.detail.code += "\\n";
                      event.preventDefault();
                    });
                    document.addEventListener("viv:output", ({ detail }) => detail.output.output_type);
                    document.addEventListener("viv:kernel", ({ detail }) => detail.source === "image");
                    if (kernel.state === "off") kernel.start();
                    await kernel.set("x", { list: [1, null, "a"] }, { env: "other" });
                    const value: unknown = await kernel.get("x");
                    console.log(value, (await kernel.run("1", { env: "main" })).reason);
                    """))
        .isEmpty();
  }

  @Test
  void what_is_not_there_is_a_type_error() throws Exception {
    assertThat(check(IMPORT + "kernel.reboot();\nall[0].state = \"done\";\n"))
        .contains("'reboot' does not exist", "read-only property");
  }

  /** What the compiler says of a script. */
  private String check(String script) throws IOException, InterruptedException {
    Files.copy(ROOT.resolve("web/src/main/types/vivarium.d.ts"), folder.resolve("vivarium.d.ts"));
    Files.writeString(folder.resolve("script.ts"), script);
    Path said = folder.resolve("said.txt");
    Process compiler =
        new ProcessBuilder(
                "node",
                ROOT.resolve("node_modules/typescript/bin/tsc").toString(),
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "esnext",
                "--moduleResolution",
                "bundler",
                "--lib",
                "es2022,dom",
                "script.ts")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    compiler.waitFor();
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
