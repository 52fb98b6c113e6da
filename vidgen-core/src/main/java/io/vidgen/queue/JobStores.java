package io.vidgen.queue;

/** The job stores that need no database. */
public final class JobStores {
  /** How many jobs, over or not, a store in memory holds unless somebody says otherwise. */
  public static final int DEFAULT_CAPACITY = 100_000;

  private JobStores() {}

  /**
   * A store that ends with the process, for {@value #DEFAULT_CAPACITY} jobs.
   *
   * @return an empty store
   */
  public static JobStore inMemory() {
    return inMemory(DEFAULT_CAPACITY);
  }

  /**
   * A store that ends with the process. When it is full, no job can be added until a cleanup made
   * room; it never drops one by itself.
   *
   * @param capacity how many jobs it holds at most, those that are over included; 1 to 10,000,000
   * @return an empty store
   * @throws IllegalArgumentException if the capacity is out of range
   */
  public static JobStore inMemory(int capacity) {
    if (capacity < 1 || capacity > 10_000_000) {
      throw new IllegalArgumentException("capacity must be 1 to 10000000, not " + capacity);
    }
    return new MemoryJobStore(capacity);
  }
}
