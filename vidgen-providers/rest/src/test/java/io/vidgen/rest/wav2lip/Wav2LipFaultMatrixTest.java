package io.vidgen.rest.wav2lip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every operation: a typed end in time, and one question of health, one request. */
@Timeout(60)
final class Wav2LipFaultMatrixTest {
  private static final Vendor VENDOR = Vendor.LIPSYNC;
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final Duration SLACK = Duration.ofSeconds(8);
  private static final Map<String, Wav2LipLipSyncProvider> PROVIDERS = new ConcurrentHashMap<>();
  private static final OkHttpClient HTTP = new OkHttpClient();
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.start();
    // Made once, so that no fault has to wait for it.
    call("LipSync", Duration.ofSeconds(60));
    call("Predict", Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static List<FaultCase> cases() {
    return all().filter(fault -> !waits(fault) || fault.operation().equals("LipSync")).toList();
  }

  static List<FaultCase> slowCases() {
    return all().filter(fault -> waits(fault) && !fault.operation().equals("LipSync")).toList();
  }

  private static Stream<FaultCase> all() {
    return sandbox.faultCases(VENDOR).stream();
  }

  private static boolean waits(FaultCase fault) {
    return fault.fault() instanceof Fault.Stall || fault.fault() instanceof Fault.Slow;
  }

  @Tag("soak")
  @ParameterizedTest(name = "{0}")
  @MethodSource("slowCases")
  void call_slowFault_endsTypedAndInTime(FaultCase fault) {
    call_fault_endsTypedAndInTime(fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void call_fault_endsTypedAndInTime(FaultCase fault) {
    sandbox.clearFaults();
    awaitIdle();
    sandbox.inject(FaultRule.always(VENDOR, fault.operation(), fault.fault()));
    int before = asked(fault);
    long begin = System.nanoTime();

    var thrown = catchThrowable(() -> call(fault.operation(), TIMEOUT));

    var took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(took).isLessThan(TIMEOUT.plus(SLACK));
    // A question may be asked again on a fresh connection; files are sent once.
    int most = fault.operation().startsWith("Health") ? 2 : 1;
    assertThat(asked(fault) - before).isLessThanOrEqualTo(most);
    if (thrown == null) {
      assertThat(mayBeHarmless(fault)).as("success of %s", fault).isTrue();
    } else {
      assertThat(thrown).isInstanceOf(VidgenException.class);
      var failure = ((VidgenException) thrown).failure();
      assertThat(failure.kind()).as("%s", failure.describe()).isIn(expected(fault.fault()));
      assertThat(failure.message()).isNotBlank();
      assertThat(failure.context().provider()).isEqualTo("wav2lip");
    }
  }

  /** A short answer may drip in time; of a server's health only clear words count. */
  private static boolean mayBeHarmless(FaultCase fault) {
    boolean health = fault.operation().startsWith("Health");
    return fault.fault() instanceof Fault.Slow
        || (fault.fault() instanceof Fault.Garbled g && (health || isNoMatter(g)))
        || (health
            && (fault.fault() instanceof Fault.Html
                || fault.fault() instanceof Fault.Redirect
                || fault.fault() instanceof Fault.VendorError));
  }

  private static boolean isNoMatter(Fault.Garbled garbled) {
    return garbled.how() == Fault.Garbling.WRONG_CONTENT_TYPE;
  }

  /** Of the operation alone: what stalled before is booked when its stall is over. */
  private static int asked(FaultCase fault) {
    return sandbox.requests(VENDOR, fault.operation()).size();
  }

  private static Set<FailureKind> expected(Fault fault) {
    if (fault instanceof Fault.Drop d) {
      return d.moment() == Fault.Moment.MID_ANSWER
          ? EnumSet.of(FailureKind.UNAVAILABLE, FailureKind.PROTOCOL)
          : EnumSet.of(FailureKind.UNAVAILABLE);
    } else if (fault instanceof Fault.Stall || fault instanceof Fault.Slow) {
      return EnumSet.of(FailureKind.TIMEOUT);
    } else if (fault instanceof Fault.RateLimited) {
      return EnumSet.of(FailureKind.RATE_LIMITED);
    } else if (fault instanceof Fault.Html h) {
      return EnumSet.of(h.status() == 200 ? FailureKind.PROTOCOL : FailureKind.UNAVAILABLE);
    } else if (fault instanceof Fault.VendorError e) {
      return EnumSet.of(
          switch (e.name()) {
            case "inference", "not-loaded", "busy" -> FailureKind.UNAVAILABLE;
            default -> FailureKind.INVALID_REQUEST;
          });
    }
    return EnumSet.of(FailureKind.PROTOCOL, FailureKind.UNAVAILABLE);
  }

  /** What was cut off may still be under way there, and Cog does one thing at a time. */
  private static void awaitIdle() {
    var url = sandbox.url(VENDOR) + "/cog/health-check";
    long end = System.nanoTime() + SLACK.toNanos();
    while (System.nanoTime() < end) {
      var call = HTTP.newCall(new Request.Builder().url(url).build());
      try (var answer = call.execute()) {
        if (answer.body().string().contains("READY")) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void call(String operation, Duration timeout) throws Exception {
    boolean cog = operation.equals("Predict") || operation.equals("HealthCheck");
    var provider = PROVIDERS.computeIfAbsent(timeout + " " + cog, key -> provider(cog, timeout));
    var work = (QuickWork<LipSyncRequest, ClipResult>) provider.work();
    try (var context = FakeCallContext.create()) {
      work.call(FaceAndSpeech.request(context), context);
    }
  }

  private static Wav2LipLipSyncProvider provider(boolean cog, Duration timeout) {
    var url = URI.create(sandbox.url(VENDOR) + (cog ? "/cog" : ""));
    var shape = cog ? Wav2LipShape.cog() : Wav2LipShape.fastApi();
    return new Wav2LipLipSyncProvider(
        new Wav2LipServer(url, shape, 1, timeout), Wav2LipFace.DEFAULT);
  }
}
