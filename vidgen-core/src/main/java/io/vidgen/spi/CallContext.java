package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What a provider gets with a call: files, deadline, cancellation and progress. */
public interface CallContext {

  /**
   * Where an artifact's bytes are. The file is read only.
   *
   * @param artifact an input of the request
   * @return a file that exists until the call returns
   * @throws io.vidgen.error.VidgenException if it is no longer there
   */
  Path file(Artifact artifact);

  /**
   * Takes a finished file into the store.
   *
   * @param file a file in {@link #workDirectory()}, which is gone afterwards
   * @param mediaType its type, such as {@code image/png}
   * @return the artifact
   * @throws IOException if it cannot be stored
   */
  Artifact store(Path file, String mediaType) throws IOException;

  /**
   * A directory of this call alone, deleted after it.
   *
   * @return an empty directory
   * @throws IOException if it cannot be made
   */
  Path workDirectory() throws IOException;

  /**
   * How long this call may take from now on; zero when it is over.
   *
   * @return the time left
   */
  Duration timeLeft();

  /**
   * Whether nobody wants the result any more. The thread is interrupted too.
   *
   * @return true after a cancel
   */
  boolean cancelled();

  /**
   * Says how far the call is.
   *
   * @param fraction 0 to 1
   */
  void progress(double fraction);

  /**
   * Says what the vendor charged for this attempt, where it says so itself. Without a word, the
   * high end of {@link Provider#price} counts.
   *
   * @param actual the whole amount, in the currency of the price
   */
  default void charged(Money actual) {}

  /**
   * Passes on what the vendor says about the account, such as how many calls it may make at once.
   * Who works with the same account is told when to send.
   *
   * @param seen what the vendor said with an answer
   */
  default void observed(AccountUse seen) {}

  /**
   * Id of this attempt, to be used as idempotency key or planted where the vendor echoes it.
   *
   * @return a UUID
   */
  String attemptId();
}
