/** Providers that need no key and no network. */
module io.vidgen.offline {
  requires freetts;
  requires transitive io.vidgen.core;
  requires java.desktop;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.vidgen.offline;

  provides io.vidgen.spi.ImageProviderFactory with
      io.vidgen.offline.StoryboardImageProviderFactory;
  provides io.vidgen.spi.SpeechProviderFactory with
      io.vidgen.offline.EspeakSpeechProviderFactory,
      io.vidgen.offline.FreeTtsSpeechProviderFactory,
      io.vidgen.offline.PiperSpeechProviderFactory,
      io.vidgen.offline.SilentSpeechProviderFactory;
}
