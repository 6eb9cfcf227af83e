package vivarium.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.json.JsonException;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;

/** The files in {@code messages} are the protocol: both of its sides are held to them. */
class ProtocolCodecTest {
  private static final Path MESSAGES = Path.of("src/test/resources/messages");

  static Stream<Arguments> toKernel() {
    return Stream.of(
        Arguments.of(
            "boot",
            new ToKernel.Boot(
                "https://example.org/deck/vivarium/pyodide-0123456789ab/",
                "../vivarium/core-0123456789ab/vivarium-0.1.0-py3-none-any.whl",
                "https://example.org/deck/vivarium/python-0123456789ab.image.br",
                "[{\"name\":\"numpy\"}]",
                "{\"folder\":\"\"}")),
        Arguments.of(
            "run", new ToKernel.Run(7, "sum-a-list", "global", "print(\"é😀\")\nx = 1", "png")),
        Arguments.of("entered", new ToKernel.Entered(7, Optional.of("Ada"))),
        Arguments.of("entered-end", new ToKernel.Entered(7, Optional.empty())),
        Arguments.of("interrupt", new ToKernel.Interrupt(7)),
        Arguments.of("ask", new ToKernel.Ask(3, "completion", "x = \"😀\"\nx.up", 13, "main")),
        Arguments.of("comm", new ToKernel.Comm("{\"kind\":\"msg\"}")));
  }

  static Stream<Arguments> fromKernel() {
    return Stream.of(
        Arguments.of("died", new FromKernel.Died("Maximum call stack size exceeded")),
        Arguments.of("ready", new FromKernel.Ready("3.14.2", true, 1430)),
        Arguments.of(
            "boot-failed",
            new FromKernel.BootFailed("The file pyodide.asm.wasm could not be loaded.")),
        Arguments.of("started", new FromKernel.Started(7)),
        Arguments.of("wrote-stream", wrote(new Output.Stream("stdout", "a\nb"))),
        Arguments.of(
            "wrote-display",
            wrote(new Output.Display(bundle("text/html", "<b>x</b>", "text/plain", "x")))),
        Arguments.of(
            "wrote-result",
            wrote(new Output.Result(bundle("text/plain", "6", "image/png", "iVBORw0KGgo=")))),
        Arguments.of(
            "wrote-error",
            wrote(
                new Output.Failure(
                    "ZeroDivisionError",
                    "division by zero",
                    "Traceback (most recent call last):\n  …",
                    List.of(new Output.Frame("sum-a-list", 3), new Output.Frame("helper", 1)),
                    new Output.Explanation(
                        "ZeroDivisionError: division by zero",
                        "`n` is 0 here.",
                        "Cell \"helper\", line 1, in <module>")))),
        Arguments.of(
            "wrote-named-display",
            wrote(new Output.Display(bundle("text/plain", "x"), "progress"))),
        Arguments.of(
            "updated", new FromKernel.Updated(7, "progress", bundle("text/plain", "50 %"))),
        Arguments.of("cleared", new FromKernel.Cleared(7, true)),
        Arguments.of("wrote-left-out", wrote(new Output.LeftOut(123456, 7890, 12))),
        Arguments.of(
            "skipping",
            new FromKernel.Skipping(
                7, new Output.LeftOut(123456, 7890, 12), new Output.Stream("stdout", "last\n"))),
        Arguments.of("asked", new FromKernel.Asked(7, "Password: ", true)),
        Arguments.of("interrupting", new FromKernel.Interrupting(7)),
        Arguments.of("stopped", new FromKernel.Stopped(7, 12)),
        Arguments.of("finished", new FromKernel.Finished(7, true, 12)),
        Arguments.of(
            "answered",
            new FromKernel.Answered(3, "{\"from\": 11, \"options\": [[\"upper\", \"function\"]]}")),
        Arguments.of("comm", new FromKernel.Comm("{\"kind\":\"msg\"}")));
  }

  @ParameterizedTest
  @MethodSource("toKernel")
  void a_message_to_the_kernel_is_its_file(String file, ToKernel message) throws IOException {
    String json = read("to-kernel/" + file + ".json");
    assertThat(ProtocolCodec.write(message)).isEqualTo(json);
    assertThat(ProtocolCodec.readToKernel(json)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("fromKernel")
  void a_message_from_the_kernel_is_its_file(String file, FromKernel message) throws IOException {
    String json = read("from-kernel/" + file + ".json");
    assertThat(ProtocolCodec.write(message)).isEqualTo(json);
    assertThat(ProtocolCodec.readFromKernel(json)).isEqualTo(message);
  }

  @Test
  void every_kind_of_message_has_a_file() throws IOException {
    assertThat(kinds(toKernel())).contains(ToKernel.class.getPermittedSubclasses());
    assertThat(kinds(fromKernel())).contains(FromKernel.class.getPermittedSubclasses());
    try (Stream<Path> files = Files.walk(MESSAGES)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize((int) (toKernel().count() + fromKernel().count()));
    }
  }

  @Test
  void python_shows_updates_and_takes_away_as_jupyters_kernels_do() {
    assertThat(
            ProtocolCodec.readShown(
                7, "{\"output_type\":\"display_data\",\"data\":{\"text/plain\":\"x\"}}"))
        .isEqualTo(wrote(new Output.Display(bundle("text/plain", "x"))));
    assertThat(
            ProtocolCodec.readShown(
                7,
                "{\"output_type\":\"update_display_data\",\"data\":{\"text/plain\":\"x\"},"
                    + "\"display_id\":\"a\"}"))
        .isEqualTo(new FromKernel.Updated(7, "a", bundle("text/plain", "x")));
    assertThat(ProtocolCodec.readShown(7, "{\"output_type\":\"clear_output\",\"wait\":false}"))
        .isEqualTo(new FromKernel.Cleared(7, false));
  }

  @Test
  void unknown_members_are_passed_over() {
    assertThat(ProtocolCodec.readFromKernel("{\"new\":[1],\"type\":\"started\",\"run\":1}"))
        .isEqualTo(new FromKernel.Started(1));
  }

  @Test
  void text_of_any_kind_comes_back_as_it_was() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append((char) random.nextInt(0x10000)); // lone surrogates among them
      }
      ToKernel run = new ToKernel.Run(random.nextInt(), text.toString(), "", text.toString());
      assertThat(ProtocolCodec.readToKernel(ProtocolCodec.write(run))).isEqualTo(run);
      FromKernel wrote = wrote(new Output.Display(bundle(text.toString(), text.toString())));
      assertThat(ProtocolCodec.readFromKernel(ProtocolCodec.write(wrote))).isEqualTo(wrote);
    }
  }

  @Test
  void outputs_come_back_as_they_were() {
    List<Output> outputs =
        List.of(
            new Output.Stream("stderr", "a\nb\ud800"),
            new Output.Display(bundle("text/html", "<b>x</b>", "text/plain", "x")),
            new Output.Result(bundle("text/plain", "6")),
            new Output.LeftOut(1, 2, 3),
            new Output.Failure("E", "", "Traceback", List.of(new Output.Frame("sum", 3))));
    assertThat(ProtocolCodec.readOutputs(ProtocolCodec.writeOutputs(outputs).items()))
        .isEqualTo(outputs);
    assertThat(ProtocolCodec.writeOutputs(List.of()).text()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"boot\"",
        "{}",
        "{\"type\":1}",
        "{\"type\":\"\"}",
        "{\"type\":\"Boot\",\"engine\":\"\",\"python\":\"\"}",
        "{\"type\":\"boot\"}",
        "{\"type\":\"boot\",\"engine\":\"a\"}",
        "{\"type\":\"boot\",\"engine\":1,\"python\":\"\"}",
        "{\"type\":\"run\",\"run\":\"1\",\"cell\":\"\",\"env\":\"\",\"code\":\"\"}",
        "{\"type\":\"run\",\"run\":1.5,\"cell\":\"\",\"env\":\"\",\"code\":\"\"}",
        "{\"type\":\"run\",\"run\":99999999999,\"cell\":\"\",\"env\":\"\",\"code\":\"\"}",
        "{\"type\":\"run\",\"run\":1,\"cell\":null,\"env\":\"\",\"code\":\"\"}",
        "{\"type\":\"ask\",\"ask\":1,\"about\":\"\",\"code\":\"\",\"caret\":\"1\",\"env\":\"\"}",
        "{\"type\":\"ask\",\"ask\":1,\"code\":\"\",\"caret\":1,\"env\":\"\"}",
        "{\"type\":\"boot\",\"type\":\"boot\",\"engine\":\"\",\"python\":\"\"}",
        "{\"type\":\"entered\",\"text\":\"a\"}",
        "{\"type\":\"entered\",\"run\":1,\"text\":1}",
        "{\"type\":\"entered\",\"run\":1,\"text\":null}",
        "{\"type\":\"interrupt\"}",
        "{\"type\":\"started\",\"run\":1}",
        "{\"__proto__\":{\"type\":\"boot\"}}"
      })
  void what_is_no_message_to_the_kernel_is_refused(String text) {
    assertThatThrownBy(() -> ProtocolCodec.readToKernel(text)).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"type\":\"boot\",\"engine\":\"\",\"python\":\"\"}",
        "{\"type\":\"ready\",\"python\":\"3\"}",
        "{\"type\":\"ready\",\"python\":\"3\",\"milliseconds\":1e9}",
        "{\"type\":\"finished\",\"run\":1,\"failed\":\"no\",\"milliseconds\":1}",
        "{\"type\":\"asked\",\"run\":1,\"prompt\":\"\"}",
        "{\"type\":\"asked\",\"run\":1,\"prompt\":\"\",\"secret\":1}",
        "{\"type\":\"stopped\",\"run\":1}",
        "{\"type\":\"answered\",\"ask\":1}",
        "{\"type\":\"answered\",\"ask\":1,\"answer\":{}}",
        "{\"type\":\"comm\",\"message\":{}}",
        "{\"type\":\"wrote\",\"run\":1}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":[]}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":{\"output_type\":\"widget\"}}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":{\"output_type\":\"stream\",\"name\":\"stdout\"}}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":{\"output_type\":\"display_data\"}}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":{\"output_type\":\"display_data\",\"data\":[]}}",
        "{\"type\":\"wrote\",\"run\":1,"
            + "\"output\":{\"output_type\":\"display_data\",\"data\":{\"text/plain\":1}}}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":{\"output_type\":\"error\",\"ename\":\"\","
            + "\"evalue\":\"\",\"traceback\":\"\",\"frames\":[1]}}",
        "{\"type\":\"wrote\",\"run\":1,\"output\":{\"output_type\":\"error\",\"ename\":\"\","
            + "\"evalue\":\"\",\"traceback\":[],\"frames\":[]}}"
      })
  void what_is_no_message_from_the_kernel_is_refused(String text) {
    assertThatThrownBy(() -> ProtocolCodec.readFromKernel(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void an_error_says_what_is_missing() {
    assertThatThrownBy(() -> ProtocolCodec.readToKernel("{\"type\":\"boot\",\"engine\":\"\"}"))
        .hasMessage("\"python\" is missing");
    assertThatThrownBy(() -> ProtocolCodec.readFromKernel("{\"type\":\"halt\"}"))
        .hasMessage("there is no \"halt\"");
  }

  private static FromKernel wrote(Output output) {
    return new FromKernel.Wrote(7, output);
  }

  private static MimeBundle bundle(String... typesAndData) {
    Map<String, String> data = new LinkedHashMap<>();
    for (int i = 0; i < typesAndData.length; i += 2) {
      data.put(typesAndData[i], typesAndData[i + 1]);
    }
    return new MimeBundle(data);
  }

  private static List<Class<?>> kinds(Stream<Arguments> messages) {
    return messages.<Class<?>>map(message -> message.get()[1].getClass()).toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(MESSAGES.resolve(file), UTF_8).stripTrailing();
  }
}
