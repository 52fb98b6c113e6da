package io.vidgen.sandbox.internal.google;

/**
 * What an answer is billed for.
 *
 * @param input what was asked
 * @param output what is in the answer
 * @param text those of the output that are no picture
 * @param thoughts what the model thought before
 */
record Tokens(int input, int output, int text, int thoughts) {
  static final Tokens NONE = new Tokens(0, 0, 0, 0);

  /** Of a text that needed no thought. */
  static Tokens ofText(int input, int output) {
    return new Tokens(input, output, output, 0);
  }

  int total() {
    return input + output + thoughts;
  }
}
