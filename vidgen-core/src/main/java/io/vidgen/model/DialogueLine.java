package io.vidgen.model;

/**
 * One line that somebody says.
 *
 * @param speaker who says it, empty for the narrator
 * @param direction how it is said ("whispers"), empty when nothing is known
 * @param text the words, without quotation marks, never blank
 */
public record DialogueLine(String speaker, String direction, String text) {

  /**
   * Checks that there is something to say.
   *
   * @throws IllegalArgumentException if the text is blank
   */
  public DialogueLine {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of a dialogue line must not be blank");
    }
  }

  /**
   * A line of the narrator.
   *
   * @param text the words
   * @return the line
   */
  public static DialogueLine narrator(String text) {
    return new DialogueLine("", "", text);
  }
}
