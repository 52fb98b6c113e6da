/** Word times for a text that is known. */
module io.vidgen.align {
  requires transitive io.vidgen.core;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires sphinx4.core;

  exports io.vidgen.align;

  provides io.vidgen.spi.TranscriptionProviderFactory with
      io.vidgen.align.SphinxTranscriptionProviderFactory;
}
