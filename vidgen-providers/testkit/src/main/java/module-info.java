/** Contract tests for everyone who implements a vidgen interface. */
module io.vidgen.testkit {
  requires transitive io.vidgen.core;
  requires transitive org.assertj.core;
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;

  exports io.vidgen.testkit;

  opens io.vidgen.testkit to
      org.junit.platform.commons;
}
