/** Turns a script into a finished short video. */
module io.vidgen.core {
  requires com.fasterxml.jackson.databind;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.vidgen;
  exports io.vidgen.audio;
  exports io.vidgen.error;
  exports io.vidgen.event;
  exports io.vidgen.job;
  exports io.vidgen.ledger;
  exports io.vidgen.model;
  exports io.vidgen.money;
  exports io.vidgen.queue;
  exports io.vidgen.routing;
  exports io.vidgen.script;
  exports io.vidgen.spi;
  exports io.vidgen.storage;
  exports io.vidgen.subtitle;

  opens io.vidgen.internal.captioned to
      com.fasterxml.jackson.databind;
  opens io.vidgen.internal.job to
      com.fasterxml.jackson.databind;
  opens io.vidgen.internal.project to
      com.fasterxml.jackson.databind;
  opens io.vidgen.internal.story to
      com.fasterxml.jackson.databind;
  opens io.vidgen.internal.video to
      com.fasterxml.jackson.databind;
  opens io.vidgen.storage to
      com.fasterxml.jackson.databind;

  uses io.vidgen.spi.AvatarProviderFactory;
  uses io.vidgen.spi.ImageProviderFactory;
  uses io.vidgen.spi.LipSyncProviderFactory;
  uses io.vidgen.spi.ScriptProviderFactory;
  uses io.vidgen.spi.SpeechProviderFactory;
  uses io.vidgen.spi.TranscriptionProviderFactory;
  uses io.vidgen.spi.VideoComposerFactory;
  uses io.vidgen.spi.VideoProviderFactory;
}
