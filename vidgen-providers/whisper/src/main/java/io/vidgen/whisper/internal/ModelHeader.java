package io.vidgen.whisper.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the first 48 bytes of a ggml file say about a model: twelve little-endian numbers, as {@code
 * whisper_model_load} of whisper.cpp reads them.
 *
 * @param name of the file
 * @param bytes of the file
 * @param vocabulary how many tokens it knows: 51,864 if it knows English only
 * @param width numbers that stand for a moment of sound
 * @param hearingLayers layers of the encoder
 * @param writingLayers layers of the decoder
 */
record ModelHeader(
    String name, long bytes, int vocabulary, int width, int hearingLayers, int writingLayers) {
  private static final int MAGIC = 0x67676d6c;
  private static final int LENGTH = 48;

  /** The test models of whisper.cpp, which hold a vocabulary and no weights, have 575,451. */
  private static final long LEAST_BYTES = 100_000;

  private static final int ENGLISH_VOCABULARY = 51_864;
  private static final int THIRD_VOCABULARY = 51_866;
  private static final int LARGE_LAYERS = 32;
  private static final int TURBO_LAYERS = 4;

  /**
   * Reads the start of a file.
   *
   * @throws IOException if it cannot be read or is no model; the message says why
   */
  static ModelHeader read(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(LENGTH);
    }
    var numbers = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (start.length < 4 || numbers.getInt(0) != MAGIC) {
      throw new IOException("it does not begin with the bytes of a ggml file");
    }
    long bytes = Files.size(file);
    if (start.length < LENGTH || bytes < LEAST_BYTES) {
      throw new IOException("it has only " + bytes + " bytes; a download may have broken off");
    }
    var header =
        new ModelHeader(
            String.valueOf(file.getFileName()),
            bytes,
            numbers.getInt(4),
            numbers.getInt(12),
            numbers.getInt(20),
            numbers.getInt(36));
    if (!header.makesSense()) {
      throw new IOException("it is a ggml file, but no Whisper model");
    }
    return header;
  }

  private boolean makesSense() {
    return vocabulary >= ENGLISH_VOCABULARY
        && vocabulary <= THIRD_VOCABULARY
        && within(width, 8192)
        && within(hearingLayers, 128)
        && within(writingLayers, 128);
  }

  private static boolean within(int value, int most) {
    return value > 0 && value <= most;
  }

  boolean englishOnly() {
    return vocabulary == ENGLISH_VOCABULARY;
  }

  /**
   * What whisper.cpp calls the heads of this model that follow the sound; empty for a model that it
   * has no list for, such as a distilled one.
   */
  Optional<String> attention() {
    var size =
        switch (hearingLayers) {
          case 4 -> "tiny";
          case 6 -> "base";
          case 12 -> "small";
          case 24 -> "medium";
          case LARGE_LAYERS -> "large";
          default -> "";
        };
    if (size.equals("large")) {
      return large();
    }
    boolean whole = !size.isEmpty() && writingLayers == hearingLayers;
    return whole ? Optional.of(englishOnly() ? size + ".en" : size) : Optional.empty();
  }

  /** The first and the second large model differ in nothing but their name. */
  private Optional<String> large() {
    if (vocabulary == THIRD_VOCABULARY) {
      return switch (writingLayers) {
        case LARGE_LAYERS -> Optional.of("large.v3");
        case TURBO_LAYERS -> Optional.of("large.v3.turbo");
        default -> Optional.empty();
      };
    }
    var lower = name.toLowerCase(Locale.ROOT);
    boolean named = lower.contains("large-v1") || lower.contains("large-v2");
    return named && writingLayers == LARGE_LAYERS
        ? Optional.of(lower.contains("large-v1") ? "large.v1" : "large.v2")
        : Optional.empty();
  }

  /**
   * How much work half a minute of sound is: 1 for the tiny model, 2.7 base, 12 small, 43 medium,
   * 89 large.
   */
  double work() {
    double perLayer = (double) width * width;
    // the encoder hears 1,500 moments, the decoder writes some 100 tokens
    return perLayer * (hearingLayers + 0.1 * writingLayers) / (384.0 * 384.0 * 4.4);
  }
}
