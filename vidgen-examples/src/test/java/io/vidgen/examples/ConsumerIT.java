package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project outside the reactor brings its own voice, on the class path and on the module path. */
class ConsumerIT {
  private static final Path SOURCES = Places.root().resolve("vidgen-examples/src/it/consumer/src");
  private static final String MAIN = "com.example.tone.Main";

  @TempDir Path folder;

  @Test
  void render_onClassPath_usesTheVoiceOfTheProject() throws Exception {
    var classes = compile(List.of("-cp", System.getProperty("java.class.path")), false);
    copyServices(classes);

    var output =
        run(
            List.of(
                "-cp", classes + File.pathSeparator + System.getProperty("java.class.path"), MAIN));

    assertThat(output).contains("video of").contains("unnamed module");
  }

  @Test
  void render_onModulePath_usesTheVoiceOfTheProject() throws Exception {
    // The binaries of several systems share one package, which modules may not: they stay on the
    // class path, as the page on ffmpeg says.
    var natives = path(entry -> entry.contains("jave-nativebin"));
    var modules = path(entry -> !entry.contains("jave-nativebin") && isModule(entry));
    var classes = compile(List.of("-p", modules), true);

    var output =
        run(
            List.of(
                "-p",
                classes + File.pathSeparator + modules,
                "-cp",
                natives,
                "--add-modules",
                "io.vidgen.ffmpeg,io.vidgen.offline",
                "-m",
                "com.example.tone/" + MAIN));

    assertThat(output).contains("video of").contains("module com.example.tone");
  }

  private Path compile(List<String> options, boolean asModule) throws IOException {
    var classes = Files.createDirectory(folder.resolve("classes"));
    var arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-d", classes.toString(), "--release", "17"));
    try (var files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> asModule || !file.endsWith("module-info.java"))
          .forEach(file -> arguments.add(file.toString()));
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    return classes;
  }

  private static void copyServices(Path classes) throws IOException {
    var name = Path.of("META-INF", "services", "io.vidgen.spi.SpeechProviderFactory");
    Files.createDirectories(classes.resolve(name).getParent());
    Files.copy(SOURCES.resolve(name), classes.resolve(name));
  }

  private String run(List<String> arguments) throws Exception {
    var command = new ArrayList<>(List.of(java(), "-Djava.awt.headless=true"));
    command.addAll(arguments);
    command.add(folder.resolve("work").toString());
    var log = folder.resolve("log.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    var output = Files.readString(log);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String path(java.util.function.Predicate<String> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(wanted)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What a user of modules would put there: no tests, and no jar that brings only resources. */
  private static boolean isModule(String entry) {
    var name = entry.replace('\\', '/');
    return !name.contains("vidgen-examples")
        && !name.contains("vidgen-providers-0")
        && !name.contains("providers/all/")
        && !name.contains("ffmpeg-bundled")
        && !name.contains("junit")
        && !name.contains("sphinx4")
        && !name.contains("assertj")
        && !name.contains("testkit")
        && !name.contains("byte-buddy")
        && !name.contains("opentest4j")
        && !name.contains("apiguardian")
        && !name.contains("surefire")
        && !name.contains("failsafe");
  }
}
