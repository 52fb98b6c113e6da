package io.vidgen.ledger;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What ledgers complain about, in one place so that every complaint has a remedy. */
final class LedgerFailures {
  private LedgerFailures() {}

  static VidgenException inUse(Path directory, String holder) {
    return local(
        "the ledger in " + directory + " is in use by " + holder,
        "close the other one, or give each pipeline a directory of its own",
        null);
  }

  static VidgenException closed(String which) {
    return local("the ledger " + which + " is closed", "open it again", null);
  }

  static VidgenException notOpened(Path directory, Throwable cause) {
    return local(
        "the ledger in " + directory + " cannot be opened: " + reason(cause),
        "check that it is a directory that this user may write to",
        cause);
  }

  static VidgenException notWritten(StepRecord step, Path directory, Throwable cause) {
    return local(
        String.format(
            Locale.ROOT,
            "a record of the %s step %s cannot be written to the ledger in %s: %s",
            step.kind(),
            step.fingerprint().shortForm(),
            directory,
            reason(cause)),
        "check the disk's free space and health, then open the ledger again",
        cause);
  }

  static VidgenException noTemporaryDirectory(Throwable cause) {
    return local(
        "no temporary directory can be made: " + reason(cause),
        "check the free space and the property java.io.tmpdir",
        cause);
  }

  static VidgenException newerFormat(Path file, String version) {
    return local(
        file + " has format " + version + ", which this version of vidgen does not know",
        "use the version that wrote it, or a newer one",
        null);
  }

  static VidgenException unknownJournal(Path file, Path expected) {
    return local(
        file + " is not named like a journal, and there is no other",
        "nothing was changed; if it is the journal of this ledger, rename it to "
            + expected.getFileName()
            + ", else move it to another directory",
        null);
  }

  static VidgenException damaged(Path file, long offset, String what) {
    return local(
        file + " is damaged at byte " + offset + ": " + what,
        "nothing was changed; restore the directory from a backup. If that is impossible, cut the"
            + " file after "
            + offset
            + " bytes: records after that are lost, and their steps may be paid for again",
        null);
  }

  private static VidgenException local(String message, String remedy, @Nullable Throwable cause) {
    return new VidgenException(Failure.of(FailureKind.LOCAL, message, remedy), cause);
  }

  private static String reason(Throwable cause) {
    var message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
