/** Providers that need no key and no network. */
module io.vidgen.offline {
  requires freetts;
  requires transitive io.vidgen.core;
  requires java.desktop;
  requires org.apache.fontbox;
  requires org.apache.pdfbox.io;
  requires static transitive org.jspecify;
  requires org.slf4j;
}
