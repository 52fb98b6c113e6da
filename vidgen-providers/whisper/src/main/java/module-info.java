/** whisper.cpp on this machine. */
module io.vidgen.whisper {
  requires com.fasterxml.jackson.databind;
  requires transitive io.vidgen.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.vidgen.whisper;

  provides io.vidgen.spi.TranscriptionProviderFactory with
      io.vidgen.whisper.WhisperCppTranscriptionProviderFactory;
}
