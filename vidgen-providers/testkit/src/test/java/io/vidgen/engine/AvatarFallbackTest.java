package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Avatar;
import io.vidgen.job.AvatarBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.StepRecord;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeAvatarProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVendor.Fault;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faces that speak at a vendor that cannot serve. */
class AvatarFallbackTest extends TalkingTest {
  private static final Fault BROKE =
      new Fault.Refuse(Failure.of(FailureKind.QUOTA, "the credit is used up", ""));

  private AvatarProvider first;
  private AvatarProvider other;
  private FakeVendor otherVendor;

  @BeforeEach
  void hire() {
    first = avatar(SubmitSafety.RECONCILABLE);
    otherVendor = FakeVendor.open(directory.resolve("other"));
    other =
        new OtherAvatar(
            "other-avatar",
            FakeAvatarProvider.of(otherVendor, SubmitSafety.RECONCILABLE)
                .polled(Duration.ofSeconds(5), studio.time));
  }

  private Avatar request(UnaryOperator<AvatarBuilder> change) {
    return change.apply(VideoRequest.avatar(Studio.script("One is here."))).build();
  }

  @Test
  void render_pictureThatSpeaksARecording_isMadeByTheNext() throws Exception {
    vendor.onSubmit(BROKE);

    render(b -> b.avatar(first, other), request(asked -> asked.face(face)));

    assertThat(otherVendor.charges()).hasSize(1);
    assertThat(studio.ledger.all())
        .filteredOn(step -> step.kind().equals("avatar"))
        .extracting(StepRecord::provider)
        .contains("fake-avatar", "other-avatar");
    assertThat(redone(b -> b.avatar(first, other), request(asked -> asked.face(face)))).isEmpty();
  }

  @Test
  void render_presenterOrVoiceOfOneProvider_nobodyStepsIn() throws Exception {
    vendor.onSubmit(BROKE, BROKE);

    for (var asked :
        new Avatar[] {
          request(is -> is.presenter("amy")), request(is -> is.face(face).avatarVoice(""))
        }) {
      var job = end(builder().avatar(first, other), asked);

      var failure = catchThrowableOfType(VidgenException.class, job::join);
      assertThat(failure.kind()).isEqualTo(FailureKind.QUOTA);
    }
    assertThat(otherVendor.posts()).isZero();
  }
}
