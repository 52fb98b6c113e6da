package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.sandbox.Sandbox;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs in which OkHttp 4 stands before ours on the class path, or is all there is: google-genai
 * and many other libraries bring it, under another name of its jar, so that a build keeps both.
 */
@Timeout(300)
class OldOkHttpTest {
  /** Filled by the build. */
  private static final Path OLD = Path.of("target", "old-okhttp");

  private static final List<String> REPLACED = List.of("okhttp-", "okio-", "kotlin-stdlib-");

  @TempDir Path directory;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    assumeTrue(Files.isDirectory(OLD), "no " + OLD + ": run the build's process-test-resources");
    sandbox = Sandbox.builder().scale(0).start();
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void clipAndTalk_okHttp4BeforeOurs_areMade() throws Exception {
    var first = jars().filter(jar -> jar.contains("okhttp-"));

    assertMade(Stream.concat(first, own()));
  }

  @Test
  void clipAndTalk_okHttp4WithItsOwnPartsAlone_areMade() throws Exception {
    var others =
        own()
            .filter(
                jar ->
                    REPLACED.stream().noneMatch(Path.of(jar).getFileName().toString()::startsWith));

    assertMade(Stream.concat(jars(), others));
  }

  private void assertMade(Stream<String> classPath) throws Exception {
    var face = directory.resolve("face.png").toFile();
    ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB), "png", face);
    var log = directory.resolve("child.log");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath.collect(Collectors.joining(File.pathSeparator)),
                OldOkHttpChild.class.getName(),
                face.toString()));
    sandbox.environment().forEach((name, value) -> command.add(name + "=" + value));
    var child =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(child.waitFor(150, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    assertThat(Files.readString(log))
        .containsPattern("OkHttp 4\\.12")
        .containsPattern("clip of [0-9]{4,} bytes")
        .containsPattern("talk of [0-9]{4,} bytes");
    assertThat(child.exitValue()).isZero();
  }

  private static Stream<String> jars() throws IOException {
    try (var files = Files.list(OLD)) {
      return files.map(jar -> jar.toAbsolutePath().toString()).sorted().toList().stream();
    }
  }

  private static Stream<String> own() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
  }
}
