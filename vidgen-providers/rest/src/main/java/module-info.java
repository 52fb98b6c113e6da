/** Providers that speak plain HTTP. */
@SuppressWarnings("module") // io.vidgen.google is built after this one.
module io.vidgen.rest {
  requires com.fasterxml.jackson.databind;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires okhttp3;
  requires okio;
  requires transitive io.vidgen.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.vidgen.rest.coqui;
  exports io.vidgen.rest.did;
  exports io.vidgen.rest.elevenlabs;
  exports io.vidgen.rest.wav2lip;
  exports io.vidgen.rest.whisper;
  exports io.vidgen.rest.internal.http to
      io.vidgen.google;
  exports io.vidgen.rest.internal.media to
      io.vidgen.google;

  provides io.vidgen.spi.AvatarProviderFactory with
      io.vidgen.rest.did.DidAvatarProviderFactory;
  provides io.vidgen.spi.LipSyncProviderFactory with
      io.vidgen.rest.wav2lip.Wav2LipLipSyncProviderFactory;
  provides io.vidgen.spi.SpeechProviderFactory with
      io.vidgen.rest.coqui.CoquiSpeechProviderFactory,
      io.vidgen.rest.elevenlabs.ElevenLabsSpeechProviderFactory;
  provides io.vidgen.spi.TranscriptionProviderFactory with
      io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
}
