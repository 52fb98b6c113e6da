package io.vidgen.sandbox.internal.books;

import io.vidgen.sandbox.AskedRequest;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Leak;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and what it would have cost. With a directory, each entry is in a file before the
 * answer leaves, and an earlier sandbox's entries are there from the start.
 */
public final class Books implements AutoCloseable {
  private static final int MOST_REQUESTS = 200_000;

  private final InstantSource clock;
  private final @Nullable BookFile chargeFile;
  private final @Nullable BookFile requestFile;
  private final List<Charge> charges = new ArrayList<>();
  private final Deque<AskedRequest> requests = new ArrayDeque<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, BigDecimal> totals = new HashMap<>();
  private final List<Leak> leaks = new ArrayList<>();

  private Books(
      InstantSource clock, @Nullable BookFile chargeFile, @Nullable BookFile requestFile) {
    this.clock = clock;
    this.chargeFile = chargeFile;
    this.requestFile = requestFile;
  }

  /** Opens books. */
  public static Books open(InstantSource clock, @Nullable Path directory) throws IOException {
    if (directory == null) {
      return new Books(clock, null, null);
    }
    var chargeFile = BookFile.open(directory.resolve("charges.jsonl"));
    var requestFile = BookFile.open(directory.resolve("requests.jsonl"));
    var books = new Books(clock, chargeFile, requestFile);
    chargeFile.read(line -> books.remember(BookLines.charge(line)));
    requestFile.read(line -> books.remember(BookLines.request(line)));
    return books;
  }

  /** Notes a charge for an accepted request. */
  public void charge(
      Call call, String id, String unit, BigDecimal amount, @Nullable String attempt) {
    charge(
        new Charge(
            clock.instant(),
            call.vendor(),
            call.operation(),
            id,
            unit,
            amount,
            call.body().digest(),
            attempt));
  }

  /** Notes a charge, or with a negative amount something given back. */
  public synchronized void charge(Charge charge) {
    if (chargeFile != null) {
      chargeFile.append(BookLines.write(charge));
    }
    remember(charge);
  }

  private void remember(Charge charge) {
    charges.add(charge);
    totals.merge(charge.vendor().prefix() + " " + charge.unit(), charge.amount(), BigDecimal::add);
  }

  /** Notes a request. */
  public synchronized void asked(AskedRequest request) {
    if (requestFile != null) {
      requestFile.append(BookLines.write(request));
    }
    remember(request);
  }

  private void remember(AskedRequest request) {
    if (requests.size() == MOST_REQUESTS) {
      requests.removeFirst();
    }
    requests.addLast(request);
    var key = request.vendor().prefix() + " " + request.operation() + " " + request.status();
    counts.merge(key, 1L, Long::sum);
    if (request.limit() != null) {
      refused.merge(request.vendor().prefix() + " " + request.limit(), 1L, Long::sum);
    }
  }

  /** Notes a credential in the wrong place. */
  public synchronized void leak(String place, String header) {
    leaks.add(new Leak(clock.instant(), place, header));
  }

  /** All charges, oldest first. */
  public synchronized List<Charge> charges() {
    return List.copyOf(charges);
  }

  /** The newest requests, oldest first. */
  public synchronized List<AskedRequest> requests() {
    return List.copyOf(requests);
  }

  /** How many requests there were by {@code vendor operation status}. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** How many were refused for a limit of their account, by {@code vendor limit}. */
  public synchronized Map<String, Long> refused() {
    return new TreeMap<>(refused);
  }

  /** All leaks. */
  public synchronized List<Leak> leaks() {
    return List.copyOf(leaks);
  }

  /** Sum of a vendor's charges in a unit. */
  public synchronized BigDecimal total(Vendor vendor, String unit) {
    return totals.getOrDefault(vendor.prefix() + " " + unit, BigDecimal.ZERO);
  }

  @Override
  public synchronized void close() throws IOException {
    if (chargeFile != null) {
      chargeFile.close();
    }
    if (requestFile != null) {
      requestFile.close();
    }
  }
}
