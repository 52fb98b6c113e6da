package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of voices without asking: those that the vendor made for every account, by its own
 * ids, names and labels of gender (read 2026-09), and the one that the options name. Voices speak
 * every language of a model.
 */
public final class PremadeVoices {
  private static final List<Voice> ALL =
      List.of(
          man(ElevenLabsOptions.DEFAULT_VOICE, "George"),
          woman("EXAVITQu4vr4xnSDxMaL", "Sarah"),
          woman("XrExE9yKIg1WjnnlVkGX", "Matilda"),
          man("nPczCjzI2devNBz1zQrb", "Brian"),
          woman("Xb7hH8MSUJpSbSDYk0k2", "Alice"),
          man("onwK4e9ZLuTAKqWW03F9", "Daniel"),
          woman("FGY2WhTYpPnrIDTdsKH5", "Laura"),
          man("cjVigY5qzO86Huf0OWal", "Eric"),
          woman("cgSgspJ2msm6clMCkdW9", "Jessica"),
          man("iP95p4xoKVk53GoZ742B", "Chris"),
          woman("pFZP5JQG7iQjIQuC4Bku", "Lily"),
          man("IKne3meq5aSn9XLyUdCD", "Charlie"),
          man("N2lVS1w4EtoT3dr4eOWO", "Callum"),
          man("TX3LPaxmHKxFdv7VOQHJ", "Liam"),
          man("bIHbv24MWmeRgasZH58o", "Will"),
          man("CwhRBWXzGAHq8TQ4Fs17", "Roger"),
          man("pqHfZKP75CvOlQylNhV4", "Bill"),
          man("pNInz6obpgDQGcFmaJgB", "Adam"),
          woman("21m00Tcm4TlvDq8ikWAM", "Rachel"));

  private final List<Voice> voices;
  private final Voice usual;

  /** With the voice that the options name. */
  public PremadeVoices(ElevenLabsOptions options) {
    Map<String, Voice> known = new LinkedHashMap<>();
    ALL.forEach(voice -> known.put(voice.id(), voice));
    var before = known.get(options.voice());
    var gender = options.voiceGender();
    if (before == null || gender != VoiceGender.UNKNOWN) {
      var name = before == null ? options.voice() : before.name();
      known.put(options.voice(), new Voice(options.voice(), name, gender, Set.of()));
    }
    this.voices = List.copyOf(known.values());
    this.usual = Objects.requireNonNull(known.get(options.voice()));
  }

  /** All that are known. */
  public List<Voice> voices() {
    return voices;
  }

  /** The one of requests that name none. */
  public Voice usual() {
    return usual;
  }

  private static Voice man(String id, String name) {
    return new Voice(id, name, VoiceGender.MALE, Set.of());
  }

  private static Voice woman(String id, String name) {
    return new Voice(id, name, VoiceGender.FEMALE, Set.of());
  }
}
