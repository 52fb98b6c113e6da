/** The vendors on localhost, for tests and trials: free, deterministic, with faults on demand. */
module io.vidgen.sandbox {
  requires com.fasterxml.jackson.databind;
  requires transitive io.vidgen.core;
  requires io.vidgen.ffmpeg;
  requires io.vidgen.offline;
  requires transitive java.desktop;
  requires jdk.httpserver;
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;
  requires org.slf4j;

  exports io.vidgen.sandbox;
}
