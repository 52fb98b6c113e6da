package io.vidgen.offline.internal.voice;

import io.vidgen.spi.CallContext;
import io.vidgen.subtitle.Sentence;
import java.io.IOException;

/** Speaks one sentence. */
interface SentenceVoice {

  /**
   * Speaks.
   *
   * @param sentence what to say
   * @param context deadline, cancellation and files
   * @return the sound without silence around it, and the times of its words
   * @throws IOException if a file or a program cannot be used
   * @throws InterruptedException if the thread was interrupted
   */
  SpokenSentence speak(Sentence sentence, CallContext context)
      throws IOException, InterruptedException;
}
