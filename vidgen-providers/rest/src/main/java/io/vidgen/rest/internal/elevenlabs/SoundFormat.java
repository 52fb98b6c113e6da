package io.vidgen.rest.internal.elevenlabs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value of {@code output_format}.
 *
 * @param name as the vendor writes it
 * @param kind what comes
 * @param rate samples per second
 */
public record SoundFormat(String name, Kind kind, int rate) {

  /** Kinds of sound. */
  public enum Kind {
    /** MPEG audio. */
    MP3,
    /** Opus in Ogg. */
    OPUS,
    /** 16-bit little-endian mono without a header. */
    PCM,
    /** The same with a header; not for streams. */
    WAV
  }

  private static final List<Integer> RATES =
      List.of(8000, 16000, 22050, 24000, 32000, 44100, 48000);
  private static final Set<String> COMPRESSED =
      Set.of(
          "mp3_22050_32",
          "mp3_24000_48",
          "mp3_44100_32",
          "mp3_44100_64",
          "mp3_44100_96",
          "mp3_44100_128",
          "mp3_44100_192",
          "opus_48000_32",
          "opus_48000_64",
          "opus_48000_96",
          "opus_48000_128",
          "opus_48000_192");

  /** Rate of parts that are joined when the format itself has none: every plan may have it. */
  private static final int JOINED_RATE = 24_000;

  /**
   * Reads a name.
   *
   * @param name such as {@code pcm_24000}
   * @return the format
   * @throws IllegalArgumentException if the vendor has no such format, or it is one for telephones
   */
  public static SoundFormat of(String name) {
    var wanted = name.strip().toLowerCase(Locale.ROOT);
    if (!names().contains(wanted)) {
      throw new IllegalArgumentException(
          "format must be one of " + names() + ", not \"" + name + "\"");
    }
    var parts = wanted.split("_", -1);
    return new SoundFormat(
        wanted, Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
  }

  /** All that may be chosen. */
  static Set<String> names() {
    var all = new TreeSet<>(COMPRESSED);
    for (int rate : RATES) {
      all.add("pcm_" + rate);
      all.add("wav_" + rate);
    }
    return all;
  }

  /** The format of parts that are joined afterwards. */
  SoundFormat joinable() {
    return pcm(isSamples() ? rate : JOINED_RATE);
  }

  /** The format for a stream, which has no header with a length. */
  SoundFormat streamable() {
    return kind == Kind.WAV ? pcm(rate) : this;
  }

  boolean isSamples() {
    return kind == Kind.PCM || kind == Kind.WAV;
  }

  private static SoundFormat pcm(int rate) {
    return new SoundFormat("pcm_" + rate, Kind.PCM, rate);
  }
}
