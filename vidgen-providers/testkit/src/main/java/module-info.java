/** Contract tests for everyone who implements a vidgen interface. */
module io.vidgen.testkit {
  requires transitive io.vidgen.core;
  requires transitive org.assertj.core;
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires com.fasterxml.jackson.databind;
  requires static com.networknt.schema;

  exports io.vidgen.testkit;
  exports io.vidgen.testkit.openapi;

  opens io.vidgen.testkit to
      org.junit.platform.commons;
}
