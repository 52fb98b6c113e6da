package io.vidgen.rest.internal.whisper;

import io.vidgen.spi.TranscriptionProvider;

class SpeachesContractTest extends WhisperContracts {
  @Override
  protected TranscriptionProvider provider() {
    return WhisperCalls.provider("WHISPER_URL", url() + "/local");
  }
}
