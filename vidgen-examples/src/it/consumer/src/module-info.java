/** A voice of somebody else's, in a project of its own. */
module com.example.tone {
  requires io.vidgen.core;
  requires java.desktop;

  exports com.example.tone;

  provides io.vidgen.spi.SpeechProviderFactory with
      com.example.tone.ToneVoiceFactory;
}
