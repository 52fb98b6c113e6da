package io.vidgen.rest.elevenlabs;

import org.jspecify.annotations.Nullable;

/**
 * How a voice speaks. Null leaves a value as it is stored with the voice.
 *
 * @param stability 0 (lively) to 1 (even); the vendor's default is 0.5
 * @param similarity how close to the original voice, 0 to 1; the vendor's default is 0.75
 * @param style how exaggerated, 0 to 1; the vendor's default is 0
 * @param speed pace, 0.7 to 1.2; the vendor's default is 1. A request's own speed wins
 * @param speakerBoost whether to come closer to the original speaker; the vendor's default is true
 * @see <a href="https://elevenlabs.io/docs/api-reference/text-to-speech/convert">ElevenLabs, Create
 *     speech, voice_settings (read 2026-09)</a>
 */
public record ElevenLabsVoiceSettings(
    @Nullable Double stability,
    @Nullable Double similarity,
    @Nullable Double style,
    @Nullable Double speed,
    @Nullable Boolean speakerBoost) {
  /** Slowest pace that the vendor takes. */
  public static final double SLOWEST = 0.7;

  /** Fastest pace that the vendor takes. */
  public static final double FASTEST = 1.2;

  /** As stored with the voice. */
  public static final ElevenLabsVoiceSettings AS_STORED =
      new ElevenLabsVoiceSettings(null, null, null, null, null);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public ElevenLabsVoiceSettings {
    check("stability", stability, 0, 1);
    check("similarity", similarity, 0, 1);
    check("style", style, 0, 1);
    check("speed", speed, SLOWEST, FASTEST);
  }

  private static void check(String name, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }
}
