package io.vidgen.examples.storm;

/** What is rendered in a storm. */
enum Kind {
  /** Two scenes: a voice of ElevenLabs, else of Coqui; pictures of Nano Banana, else drawn here. */
  NARRATED,
  /** Two clips of Veo, the second an extension of the first, else of another maker. */
  STORY,
  /** A talk of D-ID, for which nobody can step in. */
  AVATAR
}
