package io.vidgen.rest.elevenlabs;

/** Checks values of options. */
final class ElevenLabsValues {
  private ElevenLabsValues() {}

  static long range(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", not " + value);
    }
    return value;
  }

  static String filled(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return value.strip();
  }
}
