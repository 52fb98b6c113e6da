/** Providers that speak plain HTTP. */
module io.vidgen.rest {
  requires com.fasterxml.jackson.databind;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires io.github.resilience4j.ratelimiter;
  requires okhttp3;
  requires okio;
  requires transitive io.vidgen.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.vidgen.rest.did;
  exports io.vidgen.rest.elevenlabs;

  provides io.vidgen.spi.AvatarProviderFactory with
      io.vidgen.rest.did.DidAvatarProviderFactory;
  provides io.vidgen.spi.SpeechProviderFactory with
      io.vidgen.rest.elevenlabs.ElevenLabsSpeechProviderFactory;
}
