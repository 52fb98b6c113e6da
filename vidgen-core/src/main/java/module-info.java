/** Turns a script into a finished short video. */
module io.vidgen.core {
  requires com.fasterxml.jackson.databind;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires io.github.resilience4j.ratelimiter;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.vidgen.error;
  exports io.vidgen.model;
  exports io.vidgen.money;
  exports io.vidgen.spi;
  exports io.vidgen.subtitle;
}
