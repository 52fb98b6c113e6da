/** Contract tests for everyone who implements a vidgen interface. */
module io.vidgen.testkit {
  requires transitive io.vidgen.core;
  requires transitive org.assertj.core;
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires com.fasterxml.jackson.databind;
  requires static com.networknt.schema;
  requires java.net.http;
  requires jdk.httpserver;

  exports io.vidgen.testkit;
  exports io.vidgen.testkit.openapi;
  exports io.vidgen.testkit.recording;

  opens io.vidgen.testkit to
      org.junit.platform.commons;
}
