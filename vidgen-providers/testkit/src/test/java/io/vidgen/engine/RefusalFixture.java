package io.vidgen.engine;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.testkit.FakeScriptProvider;
import io.vidgen.testkit.FakeVideoProvider;
import java.util.function.UnaryOperator;

/** Clips that a vendor refuses for their content. */
abstract class RefusalFixture extends ShootingTest {
  static final Failure REFUSED =
      Failure.of(FailureKind.CONTENT_FILTERED, "code 15236754", "").charged(false);
  static final String BAD = FakeVideoProvider.FILTERED;
  static final String BAD_ONCE = FakeVideoProvider.FILTERED_ONCE;

  /** Writes milder scenes. */
  final FakeScriptProvider writer = FakeScriptProvider.create();

  @Override
  VideoPipelineBuilder builder() {
    return unwritten().scripts(writer);
  }

  /** Without anybody who writes. */
  VideoPipelineBuilder unwritten() {
    return super.builder();
  }

  /** The second of three clips of a chain says something. */
  static Story story(String second, FilterAnswer... answers) {
    return VideoRequest.story(
            script(
                scene("A harbour.", "One goes out."),
                scene("The sea.", second),
                scene("A beach.", "Three stays here.")))
        .whenFiltered(answers)
        .build();
  }

  VidgenException failure(UnaryOperator<VideoPipelineBuilder> change, VideoRequest request)
      throws InterruptedException {
    var job = end(change.apply(builder()), request);
    return catchThrowableOfType(VidgenException.class, job::join);
  }

  VidgenException failure(VideoRequest request) throws InterruptedException {
    return failure(b -> b, request);
  }
}
