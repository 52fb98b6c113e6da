package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretHuntTest {
  private static final String SECRET = "s3cr3t/\"key\"+ü=42";
  private final SecretHunt hunt = SecretHunt.of("another-one", SECRET);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void assertForm(String text, String form) {
    assertThat(hunt.inText("log", text)).contains(new SecretHunt.Hit("log", form, 2));
  }

  @Test
  void inText_everyForm_isFound() {
    assertForm("key=" + SECRET + ";", "plain");
    assertForm("?k=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8), "URL-encoded");
    assertForm(
        URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("%2F", "%2f"), "URL-encoded");
    assertForm(
        "{\"k\":\"" + SECRET.replace("/", "\\/").replace("\"", "\\\"") + "\"}", "JSON-escaped");
    assertForm(HexFormat.of().formatHex(utf8(SECRET)), "hex");
    assertForm(HexFormat.of().withUpperCase().formatHex(utf8("x" + SECRET)), "hex");
  }

  @Test
  void inText_base64OfAnythingAround_isFound() {
    for (var before : new String[] {"", "x", "xy", "xyz", "user:"}) {
      for (var after : new String[] {"", ":", ":p", ":pa"}) {
        var bytes = utf8(before + SECRET + after);
        assertForm("Basic " + Base64.getEncoder().encodeToString(bytes), "base64");
        assertForm(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "base64");
      }
    }
  }

  @Test
  void inText_otherText_hasNoHit() {
    assertThat(hunt.inText("log", "s3cr3t key 42, " + SECRET.substring(1))).isEmpty();
  }

  @Test
  void inFiles_acrossChunksAndInNames_isFound(@TempDir Path directory) throws IOException {
    var filler = "-".repeat((1 << 16) - 5);
    Files.writeString(
        Files.createDirectories(directory.resolve("a/b")).resolve("log"), filler + SECRET);
    Files.writeString(directory.resolve("another-one.txt"), "nothing");
    Files.write(directory.resolve("clean"), new byte[200_000]);

    assertThat(hunt.inFiles(directory))
        .containsExactlyInAnyOrder(
            new SecretHunt.Hit(Path.of("a/b/log").toString(), "plain", 2),
            new SecretHunt.Hit("name of another-one.txt", "plain", 1));
  }

  @Test
  void inThrowable_causesAndSuppressed_areSearched() {
    var thrown = new IllegalStateException(new IOException("inner " + SECRET));
    thrown.addSuppressed(new RuntimeException("another-one"));
    thrown.addSuppressed(new RuntimeException("circle", thrown));

    assertThat(hunt.inThrowable(thrown))
        .containsExactlyInAnyOrder(
            new SecretHunt.Hit("IOException", "plain", 2),
            new SecretHunt.Hit("IllegalStateException", "plain", 2),
            new SecretHunt.Hit("RuntimeException", "plain", 1));
  }

  @Test
  void inChildProcesses_argument_isFound() throws Exception {
    var java = ProcessHandle.current().info().command().orElse("java");
    var source = Files.createTempFile("Wait", ".java");
    Files.writeString(
        source,
        "class Wait { public static void main(String[] a) throws Exception { System.in.read(); } }");
    var child = new ProcessBuilder(java, source.toString(), "another-one").start();
    try {
      assertThat(hunt.inChildProcesses()).extracting(SecretHunt.Hit::secret).contains(1);
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
      Files.delete(source);
    }
    assertThat(hunt.inProcess(child.toHandle())).isEmpty();
  }

  @Test
  void of_shortSecret_isRefused() {
    assertThatThrownBy(() -> SecretHunt.of("short")).hasMessageContaining("too short");
  }
}
