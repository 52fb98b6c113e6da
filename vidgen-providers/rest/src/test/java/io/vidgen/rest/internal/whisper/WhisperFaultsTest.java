package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.testkit.FakeCallContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can go wrong with a call: a typed end, one POST, and the truth about money. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhisperFaultsTest {
  private static final String PAID = "createTranscription";

  /** What each error means for a paid call; for a free one UNKNOWN_OUTCOME is UNAVAILABLE. */
  private static final Map<String, FailureKind> ERRORS =
      Map.ofEntries(
          Map.entry("invalid_api_key", FailureKind.AUTHENTICATION),
          Map.entry("unsupported_country", FailureKind.AUTHENTICATION),
          Map.entry("insufficient_quota", FailureKind.QUOTA),
          Map.entry("invalid_file", FailureKind.INVALID_REQUEST),
          Map.entry("model_not_found", FailureKind.INVALID_REQUEST),
          Map.entry("content_too_large", FailureKind.INVALID_REQUEST),
          Map.entry("server_error", FailureKind.UNKNOWN_OUTCOME),
          Map.entry("overloaded", FailureKind.UNKNOWN_OUTCOME),
          Map.entry("gateway_timeout", FailureKind.UNKNOWN_OUTCOME),
          Map.entry("cpp_invalid_request", FailureKind.INVALID_REQUEST),
          Map.entry("cpp_not_loaded", FailureKind.UNAVAILABLE),
          Map.entry("cpp_failed", FailureKind.UNKNOWN_OUTCOME),
          Map.entry("cpp_exception", FailureKind.UNKNOWN_OUTCOME),
          Map.entry("cpp_error_with_200", FailureKind.UNKNOWN_OUTCOME));

  private Sandbox sandbox;
  private byte[] wav;

  @BeforeAll
  void start() throws Exception {
    sandbox = Sandbox.builder().scale(0).start();
    wav = Spoken.in(sandbox).wav();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  List<FaultCase> cases() {
    return cases(one -> !isQuiet(one.fault()));
  }

  List<FaultCase> slowCases() {
    return cases(one -> isQuiet(one.fault()) && one.operation().equals(PAID));
  }

  List<FaultCase> slowFreeCases() {
    return cases(one -> isQuiet(one.fault()) && !one.operation().equals(PAID));
  }

  private List<FaultCase> cases(Predicate<FaultCase> which) {
    return sandbox.faultCases(Vendor.WHISPER).stream().filter(which).toList();
  }

  @Test
  @Order(1)
  void cases_together_areMany() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(slowCases()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @Order(2)
  @MethodSource("cases")
  @Timeout(300)
  void transcribe_fault_endsAsItShould(FaultCase one) throws Exception {
    assertEndsAsItShould(one);
  }

  /** After all others, among which a request that stalled could still be booked. */
  @ParameterizedTest
  @Order(3)
  @MethodSource("slowCases")
  @Timeout(300)
  void transcribe_slowFaultOfAPaidServer_endsAsItShould(FaultCase one) throws Exception {
    assertEndsAsItShould(one);
  }

  @ParameterizedTest
  @Order(4)
  @Tag("soak")
  @MethodSource("slowFreeCases")
  @Timeout(300)
  void transcribe_slowFaultOfAFreeServer_endsAsItShould(FaultCase one) throws Exception {
    assertEndsAsItShould(one);
  }

  private void assertEndsAsItShould(FaultCase one) throws Exception {
    boolean paid = one.operation().equals(PAID);
    int asked = sandbox.requests(Vendor.WHISPER, one.operation()).size();
    int charged = sandbox.charges(Vendor.WHISPER).size();
    sandbox.inject(Vendor.WHISPER, one.operation(), one.fault());
    Optional<Failure> failure;
    try (var context = FakeCallContext.create()) {
      failure = outcome(provider(paid, one.fault()), context);
    } finally {
      sandbox.clearFaults();
    }

    int charges = sandbox.charges(Vendor.WHISPER).size() - charged;
    int posts = sandbox.requests(Vendor.WHISPER, one.operation()).size() - asked;
    assertThat(failure.map(Failure::kind)).isEqualTo(expected(one.fault(), paid));
    // A request that stalls is booked when it is over.
    assertThat(posts).isLessThanOrEqualTo(1).isGreaterThanOrEqualTo(isQuiet(one.fault()) ? 0 : 1);
    assertThat(charges).isLessThanOrEqualTo(paid ? 1 : 0);
    if (failure.isPresent() && failure.get().kind() == FailureKind.UNKNOWN_OUTCOME) {
      assertThat(failure.get().charged()).isNull();
    } else if (failure.isPresent()) {
      assertThat(failure.get().charged()).isFalse();
      assertThat(charges).as("what was said to cost nothing cost nothing").isZero();
    }
    if (one.fault() instanceof Fault.RateLimited limited
        && limited.form() != Fault.RetryAfter.NONE) {
      assertThat(failure.orElseThrow().retryAfter()).isPositive();
    }
    assertThat(sandbox.leaks()).isEmpty();
  }

  private static Optional<FailureKind> expected(Fault fault, boolean paid) {
    var unknown = paid ? FailureKind.UNKNOWN_OUTCOME : FailureKind.UNAVAILABLE;
    if (fault instanceof Fault.Drop) {
      return Optional.of(unknown);
    } else if (fault instanceof Fault.Stall || fault instanceof Fault.Slow) {
      return Optional.of(paid ? unknown : FailureKind.TIMEOUT);
    } else if (fault instanceof Fault.RateLimited) {
      return Optional.of(FailureKind.RATE_LIMITED);
    } else if (fault instanceof Fault.Html html) {
      return Optional.of(html.status() == 200 && !paid ? FailureKind.PROTOCOL : unknown);
    } else if (fault instanceof Fault.Redirect redirect) {
      return Optional.of(paid && redirect.status() == 302 ? unknown : FailureKind.PROTOCOL);
    } else if (fault instanceof Fault.AcceptedError) {
      return Optional.of(unknown);
    } else if (fault instanceof Fault.Garbled garbled) {
      return switch (garbled.how()) {
        case WRONG_CONTENT_TYPE -> Optional.empty();
        case TRUNCATED -> Optional.of(unknown);
        case NONSENSE, EMPTY -> Optional.of(paid ? unknown : FailureKind.PROTOCOL);
      };
    } else if (fault instanceof Fault.VendorError error) {
      var kind = ERRORS.get(error.name());
      if (!paid && error.name().equals("cpp_error_with_200")) {
        return Optional.of(FailureKind.INVALID_REQUEST);
      }
      return Optional.of(kind == FailureKind.UNKNOWN_OUTCOME ? unknown : kind);
    }
    throw new AssertionError("no expectation for " + fault);
  }

  private static boolean isQuiet(Fault fault) {
    return fault instanceof Fault.Stall || fault instanceof Fault.Slow;
  }

  private Optional<Failure> outcome(WhisperTranscriptionProvider provider, FakeCallContext context)
      throws Exception {
    try {
      var audio = context.input(wav, "audio/wav");
      var result = WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context);
      assertThat(result.words()).isNotEmpty();
      return Optional.empty();
    } catch (VidgenException e) {
      assertThat(e.failure().message()).isNotBlank();
      return Optional.of(e.failure());
    }
  }

  private WhisperTranscriptionProvider provider(boolean paid, Fault fault) {
    var url = sandbox.url(Vendor.WHISPER);
    var timeout = isQuiet(fault) ? Duration.ofMillis(700) : Duration.ofSeconds(40);
    return paid
        ? WhisperCalls.provider(
            "OPENAI_API_KEY",
            "sk-test-0123456789",
            "OPENAI_BASE_URL",
            url + "/v1",
            "vidgen.whisper.timeout",
            timeout.toString())
        : WhisperCalls.provider(
            "WHISPER_URL",
            url + "/cpp",
            "vidgen.whisper.shape",
            "whisper-cpp",
            "vidgen.whisper.timeout",
            timeout.toString());
  }
}
