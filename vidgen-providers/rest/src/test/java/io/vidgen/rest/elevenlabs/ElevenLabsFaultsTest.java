package io.vidgen.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SecretHunt;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every fault that the sandbox knows: typed, in time, sent once, and honest about money. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElevenLabsFaultsTest {
  private static final String KEY = "sandbox-elevenlabs-key";
  private static final Duration QUICK = Duration.ofMillis(600);
  private static final Duration USUAL = Duration.ofSeconds(50);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Cells wait more than they work. */
  private static final int WORKERS = 4;

  private final BlockingQueue<Sandbox> sandboxes = new ArrayBlockingQueue<>(WORKERS);
  private final ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
  private List<FaultCase> cells;

  @BeforeAll
  void start() throws Exception {
    for (int i = 0; i < WORKERS; i++) {
      sandboxes.add(sandbox());
    }
    cells = List.copyOf(sandboxes.element().faultCases(Vendor.ELEVENLABS));
    var warm = new ArrayList<Callable<SpeechResult>>();
    sandboxes.forEach(sandbox -> warm.add(() -> speak(sandbox, false, USUAL)));
    for (var one : pool.invokeAll(warm)) {
      one.get();
    }
  }

  private static Sandbox sandbox() {
    return Sandbox.builder().scale(0).credits(BigDecimal.valueOf(1_000_000)).start();
  }

  @AfterAll
  void stop() {
    pool.shutdownNow();
    sandboxes.forEach(Sandbox::close);
  }

  @TestFactory
  Stream<DynamicTest> call_eachFault_isTypedBoundedSentOnceAndHonestAboutMoney() {
    var tests = new ArrayList<DynamicTest>();
    for (var one : cells) {
      var checked = pool.submit(() -> checkInASandbox(one));
      tests.add(DynamicTest.dynamicTest(one.toString(), () -> outcome(checked)));
    }
    return tests.stream();
  }

  @Test
  void faultCases_all_areAtLeastSixty() {
    assertThat(cells).hasSizeGreaterThanOrEqualTo(60);
  }

  private @Nullable Void checkInASandbox(FaultCase one) throws InterruptedException {
    if (isSlow(one.fault())) {
      // What was given up may still land when the stall is over: not in the books of another cell.
      try (var own = sandbox()) {
        check(own, one);
      }
      return null;
    }
    var sandbox = sandboxes.take();
    try {
      check(sandbox, one);
      return null;
    } finally {
      sandboxes.add(sandbox);
    }
  }

  private static void outcome(Future<?> checked) throws Throwable {
    try {
      checked.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private static void check(Sandbox sandbox, FaultCase one) {
    boolean stream = one.operation().contains("stream");
    sandbox.clearFaults();
    sandbox.inject(one.once());
    int asked = sandbox.requests(Vendor.ELEVENLABS, one.operation()).size();
    int charged = sandbox.charges(Vendor.ELEVENLABS).size();
    long began = System.nanoTime();

    var thrown = catchThrowable(() -> speak(sandbox, stream, isSlow(one.fault()) ? QUICK : USUAL));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
    assertThat(sandbox.requests(Vendor.ELEVENLABS, one.operation()).size() - asked)
        .as("POSTs")
        .isLessThanOrEqualTo(1);
    int paid = sandbox.charges(Vendor.ELEVENLABS).size() - charged;
    assertThat(paid).as("charges").isLessThanOrEqualTo(1);
    if (thrown == null) {
      assertThat(paid).isEqualTo(1);
      assertThat(one.fault()).isIn(new Fault.Garbled(Fault.Garbling.WRONG_CONTENT_TYPE));
      return;
    }
    assertThat(thrown).isInstanceOf(VidgenException.class);
    assertThat(SecretHunt.of(KEY).inThrowable(thrown)).isEmpty();
    var failure = ((VidgenException) thrown).failure();
    assertThat(failure.context().provider()).isEqualTo("elevenlabs");
    if (Boolean.FALSE.equals(failure.charged())) {
      assertThat(paid).as("charged although it says that it was not").isZero();
    }
    if (Boolean.TRUE.equals(failure.charged())) {
      assertThat(paid).as("not charged although it says so").isEqualTo(1);
    }
    assertThat(failure.kind()).as(failure.message()).isIn(expected(one.fault(), failure));
  }

  private static Set<FailureKind> expected(Fault fault, Failure failure) {
    if (fault instanceof Fault.VendorError e) {
      return Set.of(kind(e.name()));
    }
    if (fault instanceof Fault.RateLimited r) {
      assertThat(failure.retryAfter() != null).isEqualTo(r.form() != Fault.RetryAfter.NONE);
      return Set.of(FailureKind.RATE_LIMITED);
    }
    if (fault instanceof Fault.Redirect r && r.status() == 307) {
      return Set.of(FailureKind.PROTOCOL);
    }
    if (fault instanceof Fault.Garbled) {
      // An answer that says what it cost was charged, whatever became of its body.
      assertThat(failure.charged()).isNotEqualTo(false);
      return Set.of(FailureKind.UNKNOWN_OUTCOME, FailureKind.PROTOCOL);
    }
    assertThat(failure.charged()).isNull();
    return Set.of(FailureKind.UNKNOWN_OUTCOME);
  }

  private static FailureKind kind(String error) {
    return switch (error) {
      case "internal_error",
          "service_unavailable",
          "maintenance",
          "old-internal_server_error",
          "unwrapped" ->
          FailureKind.UNKNOWN_OUTCOME;
      case "insufficient_credits", "old-quota_exceeded" -> FailureKind.QUOTA;
      case "rate_limit_exceeded",
          "concurrent_limit_exceeded",
          "system_busy",
          "old-too_many_concurrent_requests",
          "old-system_busy" ->
          FailureKind.RATE_LIMITED;
      case "already_running", "already_processing", "concurrent_modification" ->
          FailureKind.UNAVAILABLE;
      case "invalid_api_key",
          "missing_api_key",
          "invalid_authorization_header",
          "unauthorized",
          "sign_in_required",
          "forbidden",
          "insufficient_permissions",
          "workspace_access_denied",
          "feature_not_available",
          "subscription_required",
          "voice_access_denied",
          "model_access_denied",
          "old-invalid_api_key",
          "old-detected_unusual_activity",
          "old-only_for_creator+",
          "old-output_format_not_allowed" ->
          FailureKind.AUTHENTICATION;
      default -> FailureKind.INVALID_REQUEST;
    };
  }

  private static boolean isSlow(Fault fault) {
    return fault instanceof Fault.Stall || fault instanceof Fault.Slow;
  }

  private static SpeechResult speak(Sandbox sandbox, boolean stream, Duration timeout)
      throws Exception {
    var options =
        ElevenLabsOptions.builder(Secret.of(KEY))
            .url(URI.create(sandbox.url(Vendor.ELEVENLABS)))
            .streaming(stream)
            .timeout(timeout)
            .build();
    var work =
        (QuickWork<SpeechRequest, SpeechResult>) ElevenLabsSpeechProvider.create(options).work();
    try (var context = FakeCallContext.create()) {
      return work.call(
          new SpeechRequest("Good morning, everyone.", Locale.ENGLISH, null, null, 0), context);
    }
  }
}
