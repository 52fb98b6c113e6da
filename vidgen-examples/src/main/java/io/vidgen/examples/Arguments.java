package io.vidgen.examples;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program was told.
 *
 * @param words what stands without a name
 * @param options values by name, such as {@code --text}
 */
record Arguments(List<String> words, Map<String, String> options) {

  Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /** Reads them; every option has a value, and its name stands in the usage. */
  static Arguments parse(String usage, String... args) {
    var words = new ArrayList<String>();
    var options = new LinkedHashMap<String, String>();
    for (int i = 0; i < args.length; i++) {
      var name = args[i];
      if (!name.startsWith("--")) {
        words.add(name);
      } else if (!usage.contains("[" + name + " ")) {
        throw new IllegalArgumentException("unknown " + name + "\n" + usage);
      } else if (i + 1 == args.length) {
        throw new IllegalArgumentException(name + " needs a value\n" + usage);
      } else {
        i++;
        options.put(name, args[i]);
      }
    }
    return new Arguments(words, options);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** For a program that takes options only. */
  Arguments withoutWords(String usage) {
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("unknown " + words.get(0) + "\n" + usage);
    }
    return this;
  }

  /** A number that is not negative, such as 29 or 4.50. */
  Optional<BigDecimal> number(String name) {
    return option(name)
        .map(
            value -> {
              if (!value.matches("\\d{1,9}(\\.\\d{1,6})?")) {
                throw new IllegalArgumentException(
                    name + " needs a number such as 29, not '" + value + "'");
              }
              return new BigDecimal(value);
            });
  }

  /** A file that is there. */
  Optional<Path> file(String name) {
    return option(name)
        .map(Path::of)
        .map(
            file -> {
              if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(
                    name
                        + ": there is no readable file "
                        + file.toAbsolutePath()
                        + ", check the path");
              }
              return file;
            });
  }
}
