package io.vidgen.script;

/** The three ways to write a script down. */
public enum ScriptForm {
  /** Running text; a blank line starts a scene, an optional first line {@code # Title}. */
  PLAIN,
  /**
   * Blocks with labelled fields (BLOC, DIALOGUES, VISUEL, AUDIO), as language models write them.
   */
  BLOCKS,
  /** A JSON object with {@code scenes}, or an array of scenes. */
  JSON
}
