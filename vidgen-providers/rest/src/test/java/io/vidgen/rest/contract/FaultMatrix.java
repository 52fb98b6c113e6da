package io.vidgen.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every operation of a server that costs nothing: a typed end in time. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FaultMatrix {
  protected static final Duration SLACK = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** For faults that use up any time that they get. */
  private static final Duration SHORT = Duration.ofMillis(500);

  protected final Sandbox sandbox = Sandbox.start();
  private final Vendor vendor;
  private final String provider;
  private final List<String> making;

  /**
   * The matrix of one vendor.
   *
   * @param vendor whose server it is
   * @param provider id of the provider
   * @param making operations that make something; it is made once before, so that no fault has to
   *     wait for it. Only the first one meets slow faults outside of the long run.
   */
  protected FaultMatrix(Vendor vendor, String provider, String... making) {
    this.vendor = vendor;
    this.provider = provider;
    this.making = List.of(making);
  }

  /** Does what asks for an operation. */
  protected abstract void call(String operation, Duration timeout) throws Exception;

  /** How many requests there may be at most. */
  protected abstract int most(FaultCase fault);

  /** Whether a call may succeed all the same. */
  protected abstract boolean mayBeHarmless(FaultCase fault);

  /** What an error that only this vendor knows means. */
  protected abstract FailureKind meaning(Fault.VendorError error);

  /** Called before each fault. */
  protected void awaitIdle() {}

  @BeforeAll
  void make() throws Exception {
    for (var operation : making) {
      call(operation, Duration.ofSeconds(60));
    }
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  /** Those that wait are last: what they gave up lands later, and would count for another. */
  final Stream<FaultCase> cases() {
    return sandbox.faultCases(vendor).stream()
        .filter(fault -> !isForTheLongRun(fault))
        .sorted(Comparator.comparing(FaultMatrix::waits));
  }

  final Stream<FaultCase> slowCases() {
    return sandbox.faultCases(vendor).stream().filter(this::isForTheLongRun);
  }

  private boolean isForTheLongRun(FaultCase fault) {
    return waits(fault) && !fault.operation().equals(making.get(0));
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
    sandbox.inject(FaultRule.always(vendor, fault.operation(), fault.fault()));
    int before = asked(fault);
    var timeout = waits(fault) ? SHORT : TIMEOUT;
    long begin = System.nanoTime();

    var thrown = catchThrowable(() -> call(fault.operation(), timeout));

    var took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(took).isLessThan(timeout.plus(SLACK));
    assertThat(asked(fault) - before).isLessThanOrEqualTo(most(fault));
    if (thrown == null) {
      assertThat(mayBeHarmless(fault)).as("success of %s", fault).isTrue();
    } else {
      assertThat(thrown).isInstanceOf(VidgenException.class);
      var failure = ((VidgenException) thrown).failure();
      assertThat(failure.kind()).as("%s", failure.describe()).isIn(expected(fault.fault()));
      assertThat(failure.message()).isNotBlank();
      assertThat(failure.context().provider()).isEqualTo(provider);
    }
  }

  /** Of the operation alone: what stalled before is booked when its stall is over. */
  private int asked(FaultCase fault) {
    return sandbox.requests(vendor, fault.operation()).size();
  }

  private Set<FailureKind> expected(Fault fault) {
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
      return EnumSet.of(meaning(e));
    }
    return EnumSet.of(FailureKind.PROTOCOL, FailureKind.UNAVAILABLE);
  }
}
