package io.vidgen.examples;

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
}
