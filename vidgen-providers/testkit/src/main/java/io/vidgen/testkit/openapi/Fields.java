package io.vidgen.testkit.openapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named values of a query or a form, in the order in which they came. */
final class Fields {

  /**
   * A value.
   *
   * @param text the text; of a file only a stand-in
   * @param file whether it came with a file name
   * @param type its media type, empty when it was not said
   */
  record Value(String text, boolean file, String type) {}

  private final Map<String, List<Value>> byName = new LinkedHashMap<>();

  static Fields ofQuery(String query) {
    var fields = new Fields();
    for (var pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        fields.add(PathTemplate.decoded(name), new Value(PathTemplate.decoded(value), false, ""));
      }
    }
    return fields;
  }

  static Fields ofForm(byte[] body) {
    return ofQuery(new String(body, StandardCharsets.UTF_8));
  }

  void add(String name, Value value) {
    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  Map<String, List<Value>> byName() {
    return byName;
  }
}
