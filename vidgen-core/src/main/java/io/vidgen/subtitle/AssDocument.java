package io.vidgen.subtitle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An ASS or SSA file as it was read: script info, styles and events; embedded fonts and pictures
 * and sections of editors are left out.
 *
 * @param info the keys of the script info, in order
 * @param styleFormat the names of a style's fields, in order
 * @param styles the styles, each with its fields by name
 * @param events the events in the order of the file
 */
public record AssDocument(
    Map<String, String> info,
    List<String> styleFormat,
    List<Map<String, String>> styles,
    List<AssEvent> events) {

  /** The fields of a style in ASS v4.00+, in their usual order. */
  static final List<String> STYLE_FORMAT =
      List.of(
          "Name",
          "Fontname",
          "Fontsize",
          "PrimaryColour",
          "SecondaryColour",
          "OutlineColour",
          "BackColour",
          "Bold",
          "Italic",
          "Underline",
          "StrikeOut",
          "ScaleX",
          "ScaleY",
          "Spacing",
          "Angle",
          "BorderStyle",
          "Outline",
          "Shadow",
          "Alignment",
          "MarginL",
          "MarginR",
          "MarginV",
          "Encoding");

  /** The fields of an event in ASS v4.00+, in their usual order. */
  static final List<String> EVENT_FORMAT =
      List.of(
          "Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect",
          "Text");

  /** Copies everything, keeping the order of the info. */
  public AssDocument {
    info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
    styleFormat = List.copyOf(styleFormat);
    List<Map<String, String>> copies = new ArrayList<>(styles.size());
    for (Map<String, String> style : styles) {
      copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(style)));
    }
    styles = List.copyOf(copies);
    events = List.copyOf(events);
  }

  /**
   * What is shown, comments left out.
   *
   * @param language the language of the text, {@link Locale#ROOT} when it is not known
   * @return the dialogue as cues, in the order of the file, with words where it has karaoke tags
   */
  public CaptionTrack track(Locale language) {
    return CaptionTrack.of(
        events.stream().filter(e -> !e.comment()).map(AssEvent::cue).toList(), language);
  }
}
