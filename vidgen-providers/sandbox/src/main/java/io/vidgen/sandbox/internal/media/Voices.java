package io.vidgen.sandbox.internal.media;

import java.util.concurrent.CompletableFuture;

/** Speaks. Equal orders are spoken once, and all of them are known to the register of speech. */
public interface Voices {

  /**
   * What to say.
   *
   * @param text not blank
   * @param language BCP 47 tag; the voice is English whatever it says
   * @param voice any name; each has its own pitch
   * @param speed 0.5 to 2
   */
  record Order(String text, String language, String voice, double speed) {}

  /** Speaks off the calling thread. The files stay until the sandbox closes. */
  CompletableFuture<Recording> start(Order order);

  /** Speaks and waits for it, at most a minute. */
  Recording speak(Order order) throws InterruptedException;
}
