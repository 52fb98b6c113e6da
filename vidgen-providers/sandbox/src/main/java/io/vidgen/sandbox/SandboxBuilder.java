package io.vidgen.sandbox;

import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Secret;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Choices for a {@link Sandbox}. Defaults: a free port, seed 1, real time, a tenth of the vendors'
 * times.
 */
public final class SandboxBuilder {
  int port;
  long seed = 1;
  double scale = 0.1;
  @Nullable Instant virtualStart;
  @Nullable Path books;
  @Nullable Path ffmpeg;
  BigDecimal credits = BigDecimal.valueOf(1000);
  @Nullable BigDecimal spendLimit;
  boolean strict;
  final Map<Vendor, Secret> keys = new EnumMap<>(Vendor.class);
  final Map<Vendor, AccountLimits> limits = new EnumMap<>(Vendor.class);

  SandboxBuilder() {}

  /**
   * The port on 127.0.0.1.
   *
   * @param number 0, the default, for any free one
   * @return this
   */
  public SandboxBuilder port(int number) {
    if (number < 0 || number > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + number);
    }
    this.port = number;
    return this;
  }

  /**
   * Decides ids, latencies and faults by probability.
   *
   * @param number 1 by default
   * @return this
   */
  public SandboxBuilder seed(long number) {
    this.seed = number;
    return this;
  }

  /**
   * What the vendors' usual times are multiplied with: 1 takes as long as they do, 0 no time.
   *
   * @param factor 0 to 100, 0.1 by default
   * @return this
   */
  public SandboxBuilder scale(double factor) {
    if (!(factor >= 0 && factor <= 100)) {
      throw new IllegalArgumentException("scale must be 0 to 100, not " + factor);
    }
    this.scale = factor;
    return this;
  }

  /**
   * Lets time stand still, to be moved with {@link Sandbox#advance}. The default is real time.
   *
   * @param start the time at the start
   * @return this
   */
  public SandboxBuilder virtualTime(Instant start) {
    this.virtualStart = start;
    return this;
  }

  /**
   * Keeps the books in a directory, and goes on with those that are there already.
   *
   * @param directory made if it is not there
   * @return this
   */
  public SandboxBuilder books(Path directory) {
    this.books = directory;
    return this;
  }

  /**
   * Lets a vendor accept this key only. By default every key is good that is not blank; of Google's
   * those that are {@code sandbox-google} or begin with {@code sandbox-google-}, each of an account
   * of its own.
   *
   * @param vendor whose
   * @param key as the vendor gave it to its customer
   * @return this
   */
  public SandboxBuilder requireKey(Vendor vendor, Secret key) {
    keys.put(vendor, key);
    return this;
  }

  /**
   * What each account holds before its first charge, in the vendor's own unit.
   *
   * @param amount zero or more, 1000 by default
   * @return this
   */
  public SandboxBuilder credits(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("credits must be 0 or more, not " + amount);
    }
    this.credits = amount;
    return this;
  }

  /**
   * What Google lets each key spend in any ten minutes. By default there is no limit; Google's own
   * are 10 USD for its first tier, 50 for the second, 200 for the third.
   *
   * @param usd above zero
   * @return this
   */
  public SandboxBuilder spendLimit(BigDecimal usd) {
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("the limit must be above 0, not " + usd);
    }
    this.spendLimit = usd;
    return this;
  }

  /**
   * What a vendor lets each key do, see {@link Sandbox#limit}.
   *
   * @param vendor which
   * @param allowed requests in a minute and at once, 0 for what it does by itself
   * @return this
   * @throws IllegalArgumentException at the start, if the vendor has no such limit
   */
  public SandboxBuilder limit(Vendor vendor, AccountLimits allowed) {
    limits.put(vendor, allowed);
    return this;
  }

  /**
   * Which side Google's imitation takes where documents and reports contradict each other. By
   * default it does what a document says. When strict it refuses what anybody saw refused: Veo's
   * reference pictures with Fast, in 9:16, above 720p or with a negative prompt, last frames at
   * other lengths than 8 s, extensions in 9:16; on the platform 4k and the words {@code allow_all}
   * and {@code dont_allow}. What passes then passes by every reading.
   *
   * @param choice false by default
   * @return this
   */
  public SandboxBuilder strict(boolean choice) {
    this.strict = choice;
    return this;
  }

  /**
   * The ffmpeg to make media with. By default the one that vidgen-ffmpeg finds.
   *
   * @param program its path
   * @return this
   */
  public SandboxBuilder ffmpeg(Path program) {
    this.ffmpeg = program;
    return this;
  }

  /**
   * Starts the sandbox.
   *
   * @return a running sandbox, to be closed
   * @throws java.io.UncheckedIOException if the port is taken or the books cannot be kept
   */
  public Sandbox start() {
    return Sandbox.start(this);
  }
}
