package io.vidgen.rest.internal.whisper;

import io.vidgen.spi.TranscriptionProvider;

class OpenAiContractTest extends WhisperContracts {
  @Override
  protected TranscriptionProvider provider() {
    return WhisperCalls.provider(
        "OPENAI_API_KEY", "sk-test-0123456789", "OPENAI_BASE_URL", url() + "/v1");
  }
}
