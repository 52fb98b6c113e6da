package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVendor.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paid calls whose answer never came. */
class UnknownOutcomeTest extends VendorTest {

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void render_answerLost_chargesOnceHoweverOftenItIsRendered(SubmitSafety safety) throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());

    var job = end(remote(safety));

    boolean unknown = safety == SubmitSafety.AT_MOST_ONCE;
    assertThat(job.state()).isEqualTo(unknown ? JobState.NEEDS_ATTENTION : JobState.SUCCEEDED);
    end(remote(safety));
    end(remote(safety));
    assertThat(vendor.charges()).hasSize(1);
    assertThat(vendor.posts()).isEqualTo(safety == SubmitSafety.IDEMPOTENT_KEY ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void render_connectionBreaksAfterTheCharge_chargesOnce(SubmitSafety safety) throws Exception {
    vendor.onSubmit(new Fault.BreakOff());

    end(remote(safety));
    end(remote(safety));

    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_resentWithTheSameKeyAndRefused_keepsTheKey() throws Exception {
    // The refusal says nothing about the first time: a new key could be charged a second time.
    vendor.onSubmit(new Fault.LoseAnswer(), new Fault.Refuse(BUSY), new Fault.Refuse(DOWN));

    assertThat(end(remote(SubmitSafety.IDEMPOTENT_KEY)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.posts()).isEqualTo(4);
    assertThat(vendor.charges()).hasSize(1);
    assertThat(record().attempt()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"INVALID_REQUEST", "QUOTA", "AUTHENTICATION"})
  void render_resentWithTheSameKeyAndRefusedForGood_needsAttention(FailureKind kind)
      throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer(), new Fault.Refuse(Failure.of(kind, "not again", "")));

    var job = end(remote(SubmitSafety.IDEMPOTENT_KEY));

    assertThat(job.state()).isEqualTo(JobState.NEEDS_ATTENTION);
    assertThat(job.failure().orElseThrow().charged()).isNull();
    assertThat(job.failure().orElseThrow().message()).contains("not again");
    assertThat(job.failure().orElseThrow().remedy()).contains("resolve step");
    assertThat(record().state()).isEqualTo(StepState.UNKNOWN);
    assertThat(record().failure().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("0.10"));
  }

  @Test
  void render_reconciliationFailsAtFirst_isTriedAgain() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer()).failFinds(2);

    assertThat(end(remote(SubmitSafety.RECONCILABLE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_reconciliationNeverWorks_needsAttentionAndSendsNothing() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer()).failFinds(1000);

    assertThat(end(remote(SubmitSafety.RECONCILABLE)).state()).isEqualTo(JobState.NEEDS_ATTENTION);

    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void needsAttention_afterALostAnswer_listsTheStep() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));

    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      assertThat(pipeline.needsAttention()).containsExactly(record());
      assertThat(record().failure().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    }
  }

  @Test
  void resolve_adopt_collectsWithoutASecondCharge() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));
    var operation =
        new RemoteOperation(
            "fake-remote-speech",
            vendor.charges().get(0).operation(),
            studio.time.instant(),
            Map.of());

    resolve(new Resolution.Adopt(operation));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void resolve_resubmit_sendsANewAttempt() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(resolve(new Resolution.Resubmit()).spent()).isNull();

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().attempt()).isEqualTo(2);
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void resolve_giveUp_countsTheMoneyAsSpent() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("0.10"));

    assertThat(studio.ledger.all()).noneMatch(step -> step.state() == StepState.UNKNOWN);
  }

  @Test
  void resolve_whatIsNotUnknown_isRefused() throws Exception {
    end(remote(SubmitSafety.AT_MOST_ONCE));

    var refused =
        catchThrowableOfType(VidgenException.class, () -> resolve(new Resolution.Resubmit()));

    assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(record().state()).isEqualTo(StepState.COMPLETED);
  }

  @Test
  void resolve_operationOfAnotherProvider_isRefused() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));
    var foreign = new RemoteOperation("other", "1", studio.time.instant(), Map.of());

    assertThatThrownBy(() -> resolve(new Resolution.Adopt(foreign)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("other");
  }
}
