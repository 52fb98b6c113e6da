package io.vidgen.whisper.internal;

/**
 * A piece of text that whisper.cpp wrote: a word, a part of one, or a part of a character.
 *
 * @param bytes its text as UTF-8, each byte a character of 0 to 255, as a character may be cut
 * @param from milliseconds; negative when it says none
 * @param to milliseconds; negative when it says none
 * @param heard milliseconds at which the model's attention left it; negative when it says none
 */
record Token(String bytes, long from, long to, long heard) {

  /** Whether it is more than punctuation; all bytes of other scripts count as letters. */
  boolean hasLetters() {
    return bytes.chars().anyMatch(c -> c >= 0x80 || Character.isLetterOrDigit(c));
  }
}
