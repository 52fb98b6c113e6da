package io.vidgen.sandbox.internal;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.books.Books;
import io.vidgen.sandbox.internal.fault.FaultDesk;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.media.DrawnClips;
import io.vidgen.sandbox.internal.media.DrawnHeads;
import io.vidgen.sandbox.internal.media.FfmpegTool;
import io.vidgen.sandbox.internal.media.MediaCache;
import io.vidgen.sandbox.internal.media.MediaThreads;
import io.vidgen.sandbox.internal.media.OfflineVoices;
import io.vidgen.sandbox.internal.server.Control;
import io.vidgen.sandbox.internal.server.SandboxServer;
import io.vidgen.sandbox.internal.server.StoredFiles;
import io.vidgen.sandbox.internal.server.Stranger;
import io.vidgen.sandbox.internal.server.Trees;
import io.vidgen.sandbox.internal.speech.SpeechRegister;
import io.vidgen.sandbox.internal.time.Dice;
import io.vidgen.sandbox.internal.time.SandboxClock;
import io.vidgen.sandbox.internal.time.Timers;
import io.vidgen.sandbox.internal.vendor.Imitations;
import io.vidgen.sandbox.internal.vendor.Keys;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a sandbox from its parts and takes it down again. */
public final class Assembly implements AutoCloseable {

  /** What the builder collected. */
  public record Choices(
      int port,
      long seed,
      double scale,
      @Nullable Instant virtualStart,
      @Nullable Path books,
      @Nullable Path ffmpeg,
      BigDecimal credits,
      @Nullable BigDecimal spendLimit,
      boolean strict,
      Map<Vendor, Secret> keys,
      Map<Vendor, AccountLimits> limits) {}

  private final Studio studio;
  private final FaultDesk faults;
  private final SandboxServer server;
  private final List<VendorImitation> imitations;
  private final Deque<AutoCloseable> closing;

  private Assembly(
      Studio studio, FaultDesk faults, SandboxServer server, Deque<AutoCloseable> closing) {
    this.studio = studio;
    this.faults = faults;
    this.server = server;
    this.closing = closing;
    this.imitations = Imitations.all(studio);
  }

  /** Starts everything. */
  public static Assembly start(Choices choices) throws IOException {
    var closing = new ArrayDeque<AutoCloseable>();
    try {
      return start(choices, closing);
    } catch (IOException | RuntimeException e) {
      closeAll(closing);
      throw e;
    }
  }

  private static Assembly start(Choices choices, Deque<AutoCloseable> closing) throws IOException {
    var clock =
        choices.virtualStart() == null
            ? SandboxClock.real()
            : SandboxClock.virtual(choices.virtualStart());
    var directory = Files.createTempDirectory("vidgen-sandbox");
    closing.push(() -> Trees.delete(directory));
    var books = Books.open(clock, choices.books());
    closing.push(books);
    var dice = new Dice(choices.seed(), choices.scale());
    var timers = new Timers(clock);
    closing.push(timers);
    var threads = new MediaThreads();
    closing.push(threads);
    var cache = new MediaCache(directory);
    var media = new FfmpegTool(choices.ffmpeg(), cache);
    var register = new SpeechRegister(media);
    var server = SandboxServer.bind(choices.port());
    closing.push(server);
    var stranger = Stranger.open(books);
    closing.push(stranger);
    var files = new StoredFiles(server.base(), choices.seed(), clock);
    var voices = new OfflineVoices(register, cache, threads);
    var limits = new LimitDesk(clock);
    choices.limits().forEach(limits::set);
    var studio =
        new Studio(
            clock,
            dice,
            timers,
            books,
            voices,
            register,
            media,
            new DrawnHeads(media, cache, threads),
            new DrawnClips(media, cache, threads, voices, register),
            files,
            limits,
            new Keys(choices.keys()),
            choices.credits(),
            choices.spendLimit(),
            choices.strict(),
            stranger.address(),
            directory);
    var assembly = new Assembly(studio, new FaultDesk(dice), server, closing);
    server.open(
        assembly.imitations,
        files,
        assembly.faults,
        books,
        clock,
        directory,
        new Control(assembly::inject, assembly::advance, assembly.faults, limits, books));
    return assembly;
  }

  /** The parts that imitations use. */
  public Studio studio() {
    return studio;
  }

  /** The faults that were ordered. */
  public FaultDesk faults() {
    return faults;
  }

  /** The HTTP server. */
  public SandboxServer server() {
    return server;
  }

  /** All imitations. */
  public List<VendorImitation> imitations() {
    return imitations;
  }

  /** The imitation of one vendor. */
  public VendorImitation imitation(Vendor vendor) {
    return imitations.stream().filter(i -> i.vendor() == vendor).findFirst().orElseThrow();
  }

  /** Orders a fault. */
  public void inject(FaultRule rule) {
    var name =
        rule.fault() instanceof Fault.VendorError e
            ? e.name()
            : rule.fault() instanceof Fault.AcceptedError e ? e.name() : null;
    var vendor = rule.vendor();
    if (name != null
        && !rule.operation().equals("DownloadResult")
        && (vendor == null || !imitation(vendor).errors().containsKey(name))) {
      throw new IllegalArgumentException(vendor + " has no error '" + name + "'");
    }
    if (rule.fault() instanceof Fault.Quirk quirk
        && (vendor == null
            || imitation(vendor).quirks().values().stream()
                .noneMatch(q -> q.contains(quirk.name())))) {
      throw new IllegalArgumentException(vendor + " has no quirk '" + quirk.name() + "'");
    }
    faults.add(rule);
  }

  /** Moves the clock. */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + time);
    }
    studio.clock().advance(time);
    for (VendorImitation imitation : imitations) {
      imitation.settle();
    }
    studio.timers().runDue();
  }

  @Override
  public void close() {
    closeAll(closing);
  }

  private static void closeAll(Deque<AutoCloseable> closing) {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new UncheckedIOException(new IOException("the sandbox did not close", e));
      }
    }
  }
}
