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
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voice in a jar of its own, used by a project outside the reactor on both paths. */
class ConsumerIT {
  private static final Path SOURCES = Places.root().resolve("vidgen-examples/src/it/consumer");
  private static final String MAIN = "com.example.app.Main";
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path folder;

  @Test
  void render_onClassPath_usesTheVoiceOfTheJar() throws Exception {
    var voice = jar("voice", List.of("-cp", CLASS_PATH), false);
    var app = jar("app", List.of("-cp", CLASS_PATH), false);

    var output = run(List.of("-cp", joined(app.toString(), voice.toString(), CLASS_PATH), MAIN));

    assertThat(output).contains("video of").contains("unnamed module");
  }

  @Test
  void render_onModulePath_usesTheVoiceOfTheJar() throws Exception {
    // The binaries of several systems share one package, which modules may not: they stay on the
    // class path, as the page on ffmpeg says.
    var natives = path(entry -> entry.contains("jave-nativebin"));
    var modules = path(entry -> !entry.contains("jave-nativebin") && isModule(entry));
    var voice = jar("voice", List.of("-p", modules), true);
    var app = jar("app", List.of("-p", modules), true);

    var output =
        run(
            List.of(
                "-p",
                joined(app.toString(), voice.toString(), modules),
                "-cp",
                natives,
                "--add-modules",
                "io.vidgen.ffmpeg,io.vidgen.offline",
                "-m",
                "com.example.app/" + MAIN));

    assertThat(output).contains("video of").contains("module com.example.app");
  }

  /** Compiles a project and packs it as its build tool would. */
  private Path jar(String project, List<String> options, boolean asModule) throws IOException {
    var sources = SOURCES.resolve(project);
    var classes = Files.createDirectory(folder.resolve(project));
    var arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-d", classes.toString(), "--release", "17"));
    for (var file : files(sources)) {
      if (!file.toString().endsWith(".java")) {
        var copy = classes.resolve(sources.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      } else if (asModule || !file.endsWith("module-info.java")) {
        arguments.add(file.toString());
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    var jar = folder.resolve(project + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var file : files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String joined(String... paths) {
    return String.join(File.pathSeparator, paths);
  }

  private String run(List<String> arguments) throws Exception {
    var command =
        new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
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
    return Arrays.stream(CLASS_PATH.split(File.pathSeparator, -1))
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
        && !name.contains("assertj")
        && !name.contains("testkit")
        && !name.contains("byte-buddy")
        && !name.contains("opentest4j")
        && !name.contains("apiguardian")
        && !name.contains("surefire")
        && !name.contains("failsafe");
  }
}
