package io.vidgen.rest.coqui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every operation: a typed end in time, and one request, two for a mute page. */
@Timeout(60)
final class CoquiFaultMatrixTest {
  private static final Vendor VENDOR = Vendor.COQUI;
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final Duration SLACK = Duration.ofSeconds(8);
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.start();
    // Spoken once, so that no fault has to wait for the voice.
    call("Tts", Duration.ofSeconds(30));
    call("Speech", Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static List<FaultCase> cases() {
    return all().filter(fault -> !waits(fault) || fault.operation().equals("Tts")).toList();
  }

  static List<FaultCase> slowCases() {
    return all().filter(fault -> waits(fault) && !fault.operation().equals("Tts")).toList();
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
    sandbox.inject(FaultRule.always(VENDOR, fault.operation(), fault.fault()));
    int before = asked(fault);
    long begin = System.nanoTime();

    var thrown = catchThrowable(() -> call(fault.operation(), TIMEOUT));

    var took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(took).isLessThan(TIMEOUT.plus(SLACK));
    assertThat(asked(fault) - before).isLessThanOrEqualTo(most(fault.fault()));
    if (thrown == null) {
      assertThat(mayBeHarmless(fault.fault())).as("success of %s", fault).isTrue();
    } else {
      assertThat(thrown).isInstanceOf(VidgenException.class);
      var failure = ((VidgenException) thrown).failure();
      assertThat(failure.kind()).as("%s", failure.describe()).isIn(expected(fault.fault()));
      assertThat(failure.message()).isNotBlank();
      assertThat(failure.context().provider()).isEqualTo("coqui");
    }
  }

  private static int most(Fault fault) {
    return fault instanceof Fault.VendorError e && e.name().equals("page") ? 2 : 1;
  }

  /** A short answer may drip in time, and nobody needs its type. */
  private static boolean mayBeHarmless(Fault fault) {
    return fault instanceof Fault.Slow
        || (fault instanceof Fault.Garbled g && g.how() != Fault.Garbling.TRUNCATED);
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
            case "memory" -> FailureKind.UNAVAILABLE;
            case "forbidden" -> FailureKind.AUTHENTICATION;
            default -> FailureKind.INVALID_REQUEST;
          });
    }
    return EnumSet.of(FailureKind.PROTOCOL, FailureKind.UNAVAILABLE);
  }

  private static void call(String operation, Duration timeout) throws Exception {
    var options =
        CoquiOptions.builder(URI.create(sandbox.url(VENDOR)))
            .timeout(timeout)
            .route(operation.equals("Speech") ? CoquiRoute.OPENAI : CoquiRoute.TTS)
            .build();
    switch (operation) {
      case "Voices" -> new CoquiClient(options).voices();
      case "Locales" -> new CoquiClient(options).probe();
      default -> {
        var work = (QuickWork<SpeechRequest, SpeechResult>) new CoquiSpeechProvider(options).work();
        try (var context = FakeCallContext.create()) {
          work.call(new SpeechRequest("Hello there.", Locale.ENGLISH, null, null, 0), context);
        }
      }
    }
  }
}
