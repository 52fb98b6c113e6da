package io.vidgen.subtitle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of styles and events, in the order that a Format line gives. */
final class AssFields {

  private AssFields() {}

  static List<String> names(String format) {
    List<String> names = new ArrayList<>();
    for (String name : format.split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return List.copyOf(names);
  }

  /** The last field takes the rest of the line with its commas. */
  static Map<String, String> split(LineSource lines, String value, List<String> format) {
    String[] values = value.split(",", Math.max(1, format.size()));
    if (values.length < format.size()) {
      throw lines.error(
          0,
          values.length + " fields instead of the " + format.size() + " of the Format line",
          "Add the missing commas or correct the Format line.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < format.size(); i++) {
      fields.put(format.get(i), values[i].strip());
    }
    return fields;
  }

  static AssEvent event(LineSource lines, boolean comment, Map<String, String> fields) {
    Duration start = time(lines, fields, "Start");
    Duration end = time(lines, fields, "End");
    if (end.compareTo(start) < 0) {
      throw lines.error(
          0,
          "the end " + end + " is before the start " + start,
          "Swap the two times or delete the event.");
    }
    return new AssEvent(
        comment,
        number(fields, "Layer"),
        start,
        end,
        fields.getOrDefault("Style", ""),
        fields.getOrDefault("Name", fields.getOrDefault("Actor", "")),
        number(fields, "MarginL"),
        number(fields, "MarginR"),
        number(fields, "MarginV"),
        fields.getOrDefault("Effect", ""),
        fields.getOrDefault("Text", ""));
  }

  private static Duration time(LineSource lines, Map<String, String> fields, String name) {
    String text = fields.get(name);
    if (text == null) {
      throw lines.error(0, "the Format line has no field " + name, "Add it to the Format line.");
    }
    return TimeLine.parseTime(lines, text);
  }

  private static int number(Map<String, String> fields, String name) {
    try {
      return Integer.parseInt(fields.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A value that cannot break out of its field. */
  static String field(String value) {
    return oneLine(value).replace(',', ';').strip();
  }

  static String oneLine(String value) {
    StringBuilder out = new StringBuilder(value.length());
    value.chars().forEach(c -> out.append(Character.isISOControl(c) ? ' ' : (char) c));
    return out.toString();
  }
}
