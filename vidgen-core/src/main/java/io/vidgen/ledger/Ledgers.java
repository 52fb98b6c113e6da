package io.vidgen.ledger;

import java.nio.file.Path;

/** The ledgers that need no database. */
public final class Ledgers {
  private Ledgers() {}

  /**
   * A ledger that ends with the process: records in memory, files in a private temporary directory
   * that is deleted on close.
   *
   * @return an empty ledger
   * @throws io.vidgen.error.VidgenException if the temporary directory cannot be made
   */
  public static Ledger inMemory() {
    return MemoryLedger.open();
  }

  /**
   * A ledger in a directory, for one process at a time. Every record is on the disk when {@link
   * Ledger#write} returns; what a crash left half written is ignored, what is damaged otherwise is
   * an error and never dropped.
   *
   * @param directory where; made when missing
   * @return the ledger with everything that was written there
   * @throws io.vidgen.error.VidgenException if somebody else has it open, or it cannot be read, is
   *     damaged, or was written by a newer version
   */
  public static Ledger directory(Path directory) {
    return DirectoryLedger.open(directory);
  }
}
