package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations of Veo, of both APIs. */
final class VeoOperations {
  private static final Logger LOG = LoggerFactory.getLogger(VeoOperations.class);
  private static final Duration LEAST = Duration.ofSeconds(24);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final long LONGEST_SECONDS = 120;

  /** More waiting videos than this are only made when somebody wants them. */
  private static final int MADE_AHEAD = 32;

  private final Studio studio;
  private final VeoShelf shelf;
  private final VeoMaker maker;
  private final SpendLimit limit;
  private final GoogleLimits limits;
  private final Map<String, VeoOperation> all = new ConcurrentHashMap<>();
  private final Map<String, VeoOperation> unfinished = new ConcurrentHashMap<>();

  VeoOperations(Studio studio, VeoShelf shelf) {
    this.studio = studio;
    this.shelf = shelf;
    this.maker = new VeoMaker(studio.clips());
    this.limit = new SpendLimit(studio.spendLimit());
    this.limits = new GoogleLimits(studio.limits());
  }

  /** Begins an operation; a good end is charged at once, others cost nothing. */
  VeoOperation begin(Call call, String name, VeoOrder order) throws Refusal {
    var taken = limits.operation(call, place(call), order.model().id());
    @Nullable VeoOperation begun = null;
    try {
      begun = order(call, name, order);
      taken.keep(begun::isDue);
      return begun;
    } finally {
      if (begun == null) {
        taken.leave();
      }
    }
  }

  private static Model.Place place(Call call) {
    return call.path().startsWith("/v1beta/") ? Model.Place.GEMINI : Model.Place.PLATFORM;
  }

  /** Counts a request for a video. */
  void request(Call call, String model) throws Refusal {
    limits.request(call, place(call), model);
  }

  private VeoOperation order(Call call, String name, VeoOrder order) throws Refusal {
    var price = order.price();
    var used = studio.books().total(Vendor.GOOGLE, GoogleImitation.UNIT);
    if (studio.credits().subtract(used).compareTo(price) < 0) {
      throw new Refusal(GoogleErrors.depleted());
    }
    var now = studio.clock().instant();
    var ending = Ending.of(call, order.prompt());
    limit.spend(GoogleKeys.credential(call), ending.delivers() ? price : BigDecimal.ZERO, now);
    var operation =
        new VeoOperation(
            name,
            GoogleKeys.account(call),
            order,
            now,
            call.body().digest(),
            studio.dice().latency(Vendor.GOOGLE, call.operation(), LEAST, MOST),
            ending,
            call.fate().orElse(null),
            () -> maker.make(order));
    var before = order.before();
    if (before != null) {
      before.touch(now);
    }
    if (operation.ending().delivers()) {
      charge(operation, price);
      unfinished.put(name, operation);
      if (unfinished.size() <= MADE_AHEAD) {
        operation.begin();
      }
    }
    all.put(name, operation);
    return operation;
  }

  /** Null when an account has none, or no more. */
  @Nullable VeoOperation find(String name, Secret account) {
    var operation = all.get(name);
    return operation == null
            || !operation.account().equals(account)
            || operation.isForgotten(studio.clock().instant())
        ? null
        : operation;
  }

  /** How it has ended; what the sandbox could not make is paid back. */
  Ending ending(VeoOperation operation) {
    if (!operation.ending().delivers() || !operation.clips().isCompletedExceptionally()) {
      return operation.ending();
    }
    if (unfinished.remove(operation.name()) != null) {
      await(operation);
      charge(operation, operation.order().price().negate());
    }
    return Ending.failed();
  }

  private void charge(VeoOperation operation, BigDecimal amount) {
    studio
        .books()
        .charge(
            new Charge(
                studio.clock().instant(),
                Vendor.GOOGLE,
                GeminiVideoDesk.SUBMIT,
                operation.name(),
                GoogleImitation.UNIT,
                amount,
                operation.digest(),
                null,
                operation.order().detail()));
  }

  /** The results of a delivered operation that is done. */
  List<VeoFile> files(VeoOperation operation) {
    unfinished.remove(operation.name());
    return operation.files(() -> shelve(operation));
  }

  private List<VeoFile> shelve(VeoOperation operation) {
    var files = new ArrayList<VeoFile>();
    try {
      for (var clip : operation.clips().join()) {
        var file =
            new VeoFile(
                studio.dice().hexId("", 12),
                operation.account(),
                clip,
                operation.order(),
                operation.due(),
                operation.fate().orElse(null));
        shelf.add(file);
        if (operation.order().model().isAt(Model.Place.PLATFORM)) {
          shelf.addContent(file);
        }
        files.add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Waits for the videos of all operations that are due. */
  void settle() {
    Instant now = studio.clock().instant();
    for (VeoOperation operation : unfinished.values()) {
      if (operation.isDue(now)) {
        await(operation);
      }
    }
  }

  private static void await(VeoOperation operation) {
    try {
      operation.clips().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("a video of the sandbox failed", e);
    }
  }
}
