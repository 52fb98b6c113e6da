package io.vidgen.rest.internal.whisper;

import io.vidgen.spi.TranscriptionProvider;

class WhisperCppContractTest extends WhisperContracts {
  @Override
  protected TranscriptionProvider provider() {
    return WhisperCalls.provider("WHISPER_URL", url() + "/cpp");
  }
}
