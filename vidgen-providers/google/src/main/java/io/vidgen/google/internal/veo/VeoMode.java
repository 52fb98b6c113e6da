package io.vidgen.google.internal.veo;

import io.vidgen.spi.ClipRequest;

/** What a clip is made from. */
enum VeoMode {
  /** A text alone. */
  TEXT("clips from a text", true),
  /** A text and a first frame. */
  IMAGE("clips from a first frame", false),
  /** A text, a first and a last frame. */
  INTERPOLATION("clips between two frames", false),
  /** A text and reference pictures. */
  REFERENCES("clips with reference pictures", false),
  /** A video that Veo made. */
  EXTENSION("extensions", true);

  private final String words;
  private final boolean allowAll;

  VeoMode(String words, boolean allowAll) {
    this.words = words;
    this.allowAll = allowAll;
  }

  static VeoMode of(ClipRequest request) {
    if (request.extend() != null) {
      return EXTENSION;
    }
    if (!request.references().isEmpty()) {
      return REFERENCES;
    }
    if (request.lastFrame() != null) {
      return INTERPOLATION;
    }
    return request.firstFrame() != null ? IMAGE : TEXT;
  }

  String words() {
    return words;
  }

  /** Whether the Gemini API takes {@code allow_all} here, and {@code allow_adult} otherwise. */
  boolean isAllowAll() {
    return allowAll;
  }
}
