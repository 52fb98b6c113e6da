package io.vidgen.rest.internal.whisper;

/** Whose API a server speaks. */
enum ServerShape {
  /** Found out by asking, once. */
  AUTO,
  /** {@code POST /v1/audio/transcriptions}: OpenAI, speaches, LocalAI, vLLM. */
  OPENAI,
  /** {@code POST /inference}: whisper-server of whisper.cpp. */
  WHISPER_CPP
}
