package io.vidgen.rest.coqui;

/** Which of its interfaces a Coqui server is asked by. */
public enum CoquiRoute {
  /** {@code POST /api/tts}; the original server and the idiap fork have it. It knows no speed. */
  TTS,
  /**
   * {@code POST /v1/audio/speech} as OpenAI has it; only the idiap fork has it, from 0.26 on. Its
   * language is what the server was started with, and models that know no speed fail when one is
   * asked for.
   */
  OPENAI
}
