package io.vidgen.sandbox.internal.limit;

import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AccountLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts what accounts do, and holds them to what they may. Safe for use by several threads. */
public final class LimitDesk {
  /** What {@code AskedRequest.limit} calls a minute that is used up. */
  public static final String PER_MINUTE = "requests-per-minute";

  /** What it calls too many at the same time. */
  public static final String AT_ONCE = "at-once";

  private static final Set<Vendor> PACED =
      Set.of(Vendor.ELEVENLABS, Vendor.DID, Vendor.GOOGLE, Vendor.WHISPER);
  private static final Set<Vendor> CROWDED = Set.of(Vendor.ELEVENLABS, Vendor.DID, Vendor.GOOGLE);

  private final InstantSource clock;
  private final Map<Vendor, AccountLimits> limits = new EnumMap<>(Vendor.class);
  private final Map<Account, Pace> paces = new HashMap<>();
  private final Map<Account, List<Place>> running = new HashMap<>();

  /** Nobody has a limit but those that are set. */
  public LimitDesk(InstantSource clock) {
    this.clock = clock;
  }

  /** Sets the limits of each account of a vendor; zero for those that it has by itself. */
  public synchronized void set(Vendor vendor, AccountLimits allowed) {
    if (allowed.requestsPerMinute() > 0 && !PACED.contains(vendor)) {
      throw new IllegalArgumentException(vendor.prefix() + " does not count requests");
    }
    if (allowed.concurrent() > 0 && !CROWDED.contains(vendor)) {
      throw new IllegalArgumentException(vendor.prefix() + " does not count what runs at once");
    }
    limits.put(vendor, allowed);
  }

  /** Forgets all limits that were set. */
  public synchronized void clear() {
    limits.clear();
  }

  /** The limits of a vendor that were set. */
  public synchronized AccountLimits of(Vendor vendor) {
    return limits.getOrDefault(vendor, AccountLimits.UNKNOWN);
  }

  /** The vendors whose limits were set. */
  public synchronized Map<Vendor, AccountLimits> all() {
    return new EnumMap<>(limits);
  }

  /**
   * How the requests of an account stand after one more.
   *
   * @param refused whether that was too much, and was not counted
   * @param limit in a minute
   * @param left how many more there may be now
   * @param untilNext how long until there is one more
   * @param untilAll how long until there are all of them
   */
  public record Count(
      boolean refused, int limit, int left, Duration untilNext, Duration untilAll) {}

  /** Counts a request; empty when there is no limit. */
  public synchronized Optional<Count> request(Account account) {
    int limit = of(account.vendor()).requestsPerMinute();
    if (limit == 0) {
      return Optional.empty();
    }
    // OpenAI's headers are those of a bucket that fills again; nobody else says how it counts.
    boolean refills = account.vendor() == Vendor.WHISPER;
    var pace = paces.computeIfAbsent(account, key -> new Pace());
    return Optional.of(pace.ask(limit, refills, clock.instant()));
  }

  /** The same, where only a refusal matters. */
  public Optional<Count> refused(Account account) {
    return request(account).filter(Count::refused);
  }

  /**
   * Takes a place.
   *
   * @param account whose
   * @param limit how many there are; 0 for any number
   * @return the place, to be left; null when all are taken
   */
  public synchronized @Nullable Place enter(Account account, int limit) {
    var places = running.computeIfAbsent(account, key -> new ArrayList<>());
    var now = clock.instant();
    places.removeIf(place -> place.over.test(now));
    if (limit > 0 && places.size() >= limit) {
      return null;
    }
    var place = new Place(account, places.size() + 1);
    places.add(place);
    return place;
  }

  /** One of those that run at once. */
  public final class Place {
    private final Account account;
    private final int number;
    private volatile Predicate<Instant> over = now -> false;

    private Place(Account account, int number) {
      this.account = account;
      this.number = number;
    }

    /** How many run, this one included, when it began. */
    public int number() {
      return number;
    }

    /** What was begun goes on until then. */
    public void keep(Predicate<Instant> end) {
      over = end;
    }

    /** It is over. */
    public void leave() {
      synchronized (LimitDesk.this) {
        running.getOrDefault(account, new ArrayList<>()).remove(this);
      }
    }
  }
}
