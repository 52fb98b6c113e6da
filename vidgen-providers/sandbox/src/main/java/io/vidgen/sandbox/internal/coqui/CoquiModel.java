package io.vidgen.sandbox.internal.coqui;

import java.util.List;

/**
 * What a server was started with.
 *
 * @param prefix of its paths below {@code /coqui}, empty or such as {@code /original}
 * @param fork whether it is idiap/coqui-ai-TTS, else the archived coqui-ai/TTS
 * @param name of the model
 * @param speakers empty for a model with one speaker
 * @param languages empty for a model with one language
 * @param speaker the default, as {@code --speaker_idx}; empty for none
 * @param rate samples per second
 */
record CoquiModel(
    String prefix,
    boolean fork,
    String name,
    List<String> speakers,
    List<String> languages,
    String speaker,
    int rate) {
  private static final List<String> SPEAKERS =
      List.of("Claribel Dervla", "Ana Florence", "Craig Gutsy", "p225");
  private static final List<String> XTTS =
      List.of(
          "en", "es", "fr", "de", "it", "pt", "pl", "tr", "ru", "nl", "cs", "ar", "zh-cn", "hu",
          "ko", "ja", "hi");

  /** The fork with XTTS, the original with one voice, and the original with many. */
  static final List<CoquiModel> ALL =
      List.of(
          new CoquiModel("", true, "xtts_v2", SPEAKERS, XTTS, "Ana Florence", 24_000),
          new CoquiModel("/original", false, "vits", List.of(), List.of(), "", 22_050),
          new CoquiModel("/original-many", false, "your_tts", SPEAKERS, XTTS, "", 16_000));
}
