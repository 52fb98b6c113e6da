package io.vidgen.sandbox.internal.did;

import io.vidgen.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Talks and clips: what differs between them. */
@SuppressWarnings("ImmutableEnumChecker") // its lists and sets are
enum VideoKind {
  TALK(
      "talk",
      "talks",
      "tlk_",
      "user_id",
      Duration.ofMinutes(10),
      List.of("mp4", "mov"),
      Set.of("source_url", "script", "config", "user_data", "name", "webhook", "result_url"),
      Set.of("logo", "stitch", "result_format", "fluent", "pad_audio", "driver_expressions")),
  CLIP(
      "clip",
      "clips",
      "clp_",
      "owner_id",
      Duration.ofMinutes(5),
      List.of("mp4", "mov", "webm"),
      Set.of(
          "presenter_id",
          "driver_id",
          "script",
          "config",
          "presenter_config",
          "background",
          "user_data",
          "name",
          "webhook",
          "result_url"),
      Set.of("logo", "result_format", "output_resolution"));

  private static final Map<Fault.Fate, String> FAILURES =
      Map.of(Fault.Fate.FAILED, "error", Fault.Fate.REJECTED, "rejected");

  final String object;
  final String collection;
  final String idPrefix;
  final String ownerField;
  final Duration longestAudio;
  final List<String> formats;
  final Set<String> fields;
  final Set<String> configFields;

  VideoKind(
      String object,
      String collection,
      String idPrefix,
      String ownerField,
      Duration longestAudio,
      List<String> formats,
      Set<String> fields,
      Set<String> configFields) {
    this.object = object;
    this.collection = collection;
    this.idPrefix = idPrefix;
    this.ownerField = ownerField;
    this.longestAudio = longestAudio;
    this.formats = formats;
    this.fields = fields;
    this.configFields = configFields;
  }

  /** Final state for a fate; {@code done} for every other. */
  static String finalState(Fault.Fate fate) {
    return FAILURES.getOrDefault(fate, "done");
  }
}
