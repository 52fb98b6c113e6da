package io.vidgen.sandbox;

import java.util.Locale;

/** A service that the sandbox imitates. */
public enum Vendor {
  /** Talking heads, at {@code /d-id}. */
  DID("d-id"),
  /** Speech, sounds and music, at {@code /elevenlabs}. */
  ELEVENLABS("elevenlabs"),
  /** A self-hosted Coqui TTS server, at {@code /coqui}. */
  COQUI("coqui"),
  /** Transcription, hosted or local, at {@code /whisper}. */
  WHISPER("whisper"),
  /** Self-hosted lip-sync, at {@code /lipsync}. */
  LIPSYNC("lipsync"),
  /** Gemini, Nano Banana and Veo, by the Gemini API and by the platform, at {@code /google}. */
  GOOGLE("google");

  private final String prefix;

  Vendor(String prefix) {
    this.prefix = prefix;
  }

  /**
   * First segment of its paths in the sandbox, and its name in the books.
   *
   * @return such as {@code d-id}
   */
  public String prefix() {
    return prefix;
  }

  /**
   * Finds a vendor by its {@link #prefix()} or constant name.
   *
   * @param name case does not matter
   * @return the vendor
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Vendor of(String name) {
    for (Vendor vendor : values()) {
      if (vendor.prefix.equalsIgnoreCase(name)
          || vendor.name().equals(name.toUpperCase(Locale.ROOT))) {
        return vendor;
      }
    }
    throw new IllegalArgumentException("no vendor is called '" + name + "'");
  }
}
