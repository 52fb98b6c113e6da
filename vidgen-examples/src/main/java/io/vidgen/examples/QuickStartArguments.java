package io.vidgen.examples;

import io.vidgen.model.Script;
import io.vidgen.script.ScriptParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the quick start was told.
 *
 * @param file the user's own script, null for the one that comes with it
 * @param language language of the script, null for what the script says
 * @param target where the video goes, null for the default
 */
record QuickStartArguments(@Nullable Path file, @Nullable Locale language, @Nullable Path target) {
  private static final String USAGE =
      "usage: quickstart [--language en|fr] [--script FILE] [--out FILE]";

  static QuickStartArguments parse(String... args) {
    Path file = null;
    Locale language = null;
    Path target = null;
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 >= args.length) {
        throw new IllegalArgumentException(args[i] + " needs a value\n" + USAGE);
      }
      var value = args[i + 1];
      switch (args[i]) {
        case "--script" -> file = Path.of(value);
        case "--language" -> language = Locale.forLanguageTag(value);
        case "--out" -> target = Path.of(value);
        default -> throw new IllegalArgumentException("unknown " + args[i] + "\n" + USAGE);
      }
    }
    return new QuickStartArguments(file, language, target);
  }

  Script script() throws IOException {
    if (file != null) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException(
            "--script: there is no readable file " + file.toAbsolutePath() + ", check the path");
      }
      var own = ScriptParser.ofDefaults().parse(file);
      return language == null ? own : own.withLanguage(language);
    }
    var tag = language == null ? "en" : language.getLanguage();
    var name = "/scripts/quickstart." + tag + ".md";
    try (var in = QuickStart.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no script comes along in '" + tag + "', only en and fr: give your own with --script");
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ScriptParser.ofDefaults().parse(text).withLanguage(Locale.forLanguageTag(tag));
    }
  }

  Path out(Path home) {
    if (target != null) {
      return target;
    }
    var tag = language == null ? "" : "." + language.getLanguage();
    return home.resolve("quickstart" + tag + ".mp4");
  }
}
