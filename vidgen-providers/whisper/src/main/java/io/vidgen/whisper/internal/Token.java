package io.vidgen.whisper.internal;

import java.nio.charset.StandardCharsets;

/**
 * A piece of text that whisper.cpp wrote: a word, a part of one, or a part of a character.
 *
 * @param bytes its text as UTF-8, each byte a character of 0 to 255, as a character may be cut
 * @param from milliseconds; negative when it says none
 * @param to milliseconds; negative when it says none
 * @param heard milliseconds at which the model's attention left it; negative when it says none
 */
record Token(String bytes, long from, long to, long heard) {
  private static final int BROKEN = 0xFFFD;

  /** Whether it is more than punctuation; a part of a character counts as a letter. */
  boolean hasLetters() {
    var text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return text.codePoints().anyMatch(c -> c == BROKEN || Character.isLetterOrDigit(c));
  }
}
