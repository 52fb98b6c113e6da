// tag::module[]
/** A voice in a jar of its own. */
module com.example.tone {
  requires io.vidgen.core;
  requires java.desktop;

  provides io.vidgen.spi.SpeechProviderFactory with
      com.example.tone.ToneVoiceFactory;
}
// end::module[]
