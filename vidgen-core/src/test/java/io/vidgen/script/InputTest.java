package io.vidgen.script;

import static io.vidgen.script.Samples.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.model.Script;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encodings, files, streams and plain text. */
class InputTest {

  private static final ScriptParser PARSER = ScriptParser.ofDefaults();
  private static final String TEXT = "L'été à la plage, 20 €.";

  @TempDir Path folder;

  private static byte[] bytes(Charset charset, int... mark) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int b : mark) {
      out.write(b);
    }
    out.write(TEXT.getBytes(charset));
    return out.toByteArray();
  }

  @Test
  void parse_everyEncoding_readsTheSame() throws IOException {
    byte[][] inputs = {
      bytes(StandardCharsets.UTF_8),
      bytes(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
      bytes(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
      bytes(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
      bytes(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
      bytes(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
      bytes(Charset.forName("windows-1252")),
    };
    for (byte[] input : inputs) {
      assertThat(lines(PARSER.parse(input))).containsExactly("||" + TEXT);
      assertThat(PARSER.parse(new ByteArrayInputStream(input))).isEqualTo(PARSER.parse(input));
    }
    assertThat(lines(PARSER.parse("\uFEFF" + TEXT))).containsExactly("||" + TEXT);
  }

  @Test
  void parse_utf8CutInACharacter_isStillUtf8() {
    byte[] whole = "Élan vital €".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    assertThat(lines(PARSER.parse(cut))).containsExactly("||Élan vital \uFFFD");
  }

  @Test
  void parse_nul_isAnErrorThatSaysWhere() {
    ScriptParseException failure =
        catchThrowableOfType(ScriptParseException.class, () -> PARSER.parse("one\ntwo\0three"));
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.column()).isEqualTo(4);
    assertThat(failure.remedy()).contains("UTF-8");
    byte[] unmarked = "abc".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> PARSER.parse(unmarked)).isInstanceOf(ScriptParseException.class);
  }

  @Test
  void parse_controlCharacters_areDropped() {
    assertThat(lines(PARSER.parse("a\u0007b\u001B[0m c\u200Bd"))).containsExactly("||ab[0m cd");
  }

  @Test
  void parse_lineEndsOfEverySystem_startScenes() {
    for (String end : new String[] {"\n", "\r\n", "\r", "\u2028", "\u0085"}) {
      Script script =
          PARSER.parse(
              "# Title" + end + end + " One." + end + "Still. " + end + end + end + "Two.");
      assertThat(script.title()).isEqualTo("Title");
      assertThat(lines(script)).containsExactly("||One. Still.", "||Two.");
    }
  }

  @Test
  void parse_plainTextWithRulesAndFences_leavesThemOut() {
    assertThat(lines(PARSER.parse("```\nOne.\n\n---\n\nTwo.\n```")))
        .containsExactly("||One.", "||Two.");
  }

  @Test
  void parse_file_resolvesMediaBesideIt() throws IOException {
    Path file = folder.resolve("s.json");
    Files.writeString(file, "[{\"text\":\"a\",\"media\":\"img/../b.png\"}]");
    assertThat(PARSER.parse(file).scenes().get(0).media())
        .isEqualTo(folder.toAbsolutePath().resolve("b.png"));
  }

  @Test
  void parse_brokenFile_namesTheFile() throws IOException {
    Path file = folder.resolve("my.json");
    Files.writeString(file, "{\"scenes\":[3]}");
    assertThatThrownBy(() -> PARSER.parse(file))
        .isInstanceOf(ScriptParseException.class)
        .hasMessageStartingWith("my.json: line 1, column 12: scenes[0] is a number -> ");
  }

  @Test
  void parse_missingFile_isAnIoFailure() {
    assertThatThrownBy(() -> PARSER.parse(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void parse_mediaFolder_refusesWhatIsOutside() {
    ScriptParser parser = ScriptParser.of(ScriptOptions.builder().mediaFolder(folder).build());
    assertThat(parser.parse("[{\"media\":\"b.png\"}]").scenes().get(0).media())
        .isEqualTo(folder.resolve("b.png"));
    for (String outside : new String[] {"../b.png", "/etc/passwd", "a/../../b", "."}) {
      assertThatThrownBy(() -> parser.parse("[{\"media\":\"" + outside + "\"}]"))
          .isInstanceOf(ScriptParseException.class)
          .hasMessageContaining("scenes[0].media")
          .hasMessageContaining("mediaFolder");
    }
  }

  @Test
  void parse_textWithoutMediaFolder_refusesAbsoluteAndUpward() {
    String absolute = folder.resolve("b.png").toString().replace("\\", "\\\\");
    for (String outside : List.of(absolute, "../b.png", "img/../b.png", "..")) {
      String script = "[{\"media\":\"" + outside + "\"}]";
      assertThatThrownBy(() -> PARSER.parse(script))
          .isInstanceOf(ScriptParseException.class)
          .hasMessageContaining("scenes[0].media")
          .hasMessageContaining("ScriptOptions.mediaFolder");
      assertThatThrownBy(() -> PARSER.parse(script.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(ScriptParseException.class);
    }
  }

  @Test
  void parse_file_staysBelowItsFolderUnlessAbsolute() throws IOException {
    Path file = Files.createDirectory(folder.resolve("own")).resolve("script.json");
    Files.writeString(file, "[{\"media\":\"../b.png\"}]");
    assertThatThrownBy(() -> PARSER.parse(file))
        .isInstanceOf(ScriptParseException.class)
        .hasMessageContaining("scenes[0].media");
    Path elsewhere = folder.toAbsolutePath().resolve("b.png");
    Files.writeString(file, "[{\"media\":\"" + elsewhere.toString().replace("\\", "\\\\") + "\"}]");
    assertThat(PARSER.parse(file).scenes().get(0).media()).isEqualTo(elsewhere);
  }

  @Test
  void parse_mediaFolder_followsLinks() throws IOException {
    Path media = Files.createDirectory(folder.resolve("media"));
    Path secret = Files.writeString(folder.resolve("secret.png"), "x");
    try {
      Files.createSymbolicLink(media.resolve("link.png"), secret);
      Files.createSymbolicLink(media.resolve("up"), folder);
      Files.createSymbolicLink(media.resolve("nowhere.png"), folder.resolve("later.png"));
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no links here");
    }
    ScriptParser parser = ScriptParser.of(ScriptOptions.builder().mediaFolder(media).build());
    for (String outside : List.of("link.png", "up/secret.png", "up/later.png", "nowhere.png")) {
      assertThatThrownBy(() -> parser.parse("[{\"media\":\"" + outside + "\"}]"))
          .isInstanceOf(ScriptParseException.class)
          .hasMessageContaining("mediaFolder");
    }
    Files.writeString(media.resolve("b.png"), "x");
    assertThat(parser.parse("[{\"media\":\"b.png\"}]").scenes().get(0).media())
        .isEqualTo(media.resolve("b.png"));
  }

  @Test
  void parse_mediaAddress_isRefused() {
    for (String address :
        new String[] {"https://x/y.png", "file:///etc/passwd", "concat:a|b", "https://x\\ny"}) {
      assertThatThrownBy(() -> PARSER.parse("[{\"media\":\"" + address + "\"}]"))
          .isInstanceOf(ScriptParseException.class)
          .hasMessageContaining("address");
    }
  }

  @Test
  void parse_hundredMegabyteStream_readsOnlyTheLimit() {
    CountingStream endless = new CountingStream(100L << 20);
    assertThatThrownBy(() -> PARSER.parse(endless))
        .isInstanceOf(ScriptParseException.class)
        .hasMessageContaining("maxInputBytes");
    assertThat(endless.read).isLessThanOrEqualTo((1 << 20) + 1);
  }

  /** A stream of letters that knows how much was taken. */
  private static final class CountingStream extends InputStream {
    private final long size;
    private long read;

    CountingStream(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return read++ < size ? 'a' : -1;
    }
  }
}
