package io.vidgen.align.internal;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The model, loaded when it is needed first. */
final class LazyModel {
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  /**
   * What is loaded.
   *
   * @param acoustic how phones sound
   * @param spoken how words are said
   */
  record Loaded(AcousticModel acoustic, SpokenForms spoken) {}

  Loaded get() throws InterruptedException {
    var known = loaded;
    if (known != null) {
      return known;
    }
    lock.lockInterruptibly();
    try {
      known = loaded;
      if (known == null) {
        var acoustic = ModelLoader.load();
        known = new Loaded(acoustic, new SpokenForms(Dictionary.load(), acoustic));
        loaded = known;
      }
      return known;
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.LOCAL,
              "the English model cannot be read: " + e.getMessage(),
              "add de.sciss:sphinx4-data to the class path"),
          e);
    } finally {
      lock.unlock();
    }
  }
}
