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
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every operation: a typed end in time, and one question of health, one request. */
@Timeout(60)
final class Wav2LipFaultMatrixTest {
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final Duration SLACK = Duration.ofSeconds(8);
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
    try (var any = Sandbox.start()) {
      return any.faultCases(Vendor.LIPSYNC);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void call_fault_endsTypedAndInTime(FaultCase fault) {
    sandbox.clearFaults();
    sandbox.inject(FaultRule.always(Vendor.LIPSYNC, fault.operation(), fault.fault()));
    int before = sandbox.requests().size();
    long begin = System.nanoTime();

    var thrown = catchThrowable(() -> call(fault.operation(), TIMEOUT));

    var took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(took).isLessThan(TIMEOUT.plus(SLACK));
    assertThat(sandbox.requests().size() - before).isLessThanOrEqualTo(2);
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

  private static void call(String operation, Duration timeout) throws Exception {
    boolean cog = operation.equals("Predict") || operation.equals("HealthCheck");
    var server =
        new Wav2LipServer(
            URI.create(sandbox.url(Vendor.LIPSYNC) + (cog ? "/cog" : "")),
            cog ? Wav2LipShape.cog() : Wav2LipShape.fastApi(),
            1,
            timeout);
    var provider = new Wav2LipLipSyncProvider(server, Wav2LipFace.DEFAULT);
    var work = (QuickWork<LipSyncRequest, ClipResult>) provider.work();
    try (var context = FakeCallContext.create()) {
      work.call(FaceAndSpeech.request(context), context);
    }
  }
}
