package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.Artifact;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.VideoProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts pass for a good provider of each kind, and see the faults of bad ones. */
class ProviderContractsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Artifact face(FakeCallContext context) {
    return context.input(FakeFiles.png("face"), "image/png");
  }

  private static Artifact speech(FakeCallContext context) {
    return context.input(new byte[] {1}, "audio/wav");
  }

  private static ClipRequest clip(String prompt) {
    return ClipRequest.builder(prompt).duration(SECOND).format(VideoFormat.PORTRAIT).build();
  }

  @Nested
  class OfScripts extends ScriptProviderContract {
    @Override
    protected ScriptProvider provider() {
      return new Tiny.Writer();
    }

    @Override
    protected ScriptRequest request(FakeCallContext context) {
      return new ScriptRequest("tea", List.of(), SECOND, Locale.ENGLISH, 2, 0, null, 0);
    }
  }

  private abstract static class Hearing extends TranscriptionProviderContract {
    private final Duration end;

    Hearing(Duration end) {
      this.end = end;
    }

    @Override
    protected TranscriptionProvider provider() {
      return new Tiny.Listener(end);
    }

    @Override
    protected TranscriptionRequest request(FakeCallContext context) {
      return new TranscriptionRequest(speech(context), Locale.ENGLISH, null, 0);
    }

    @Override
    protected Duration recordingLength() {
      return SECOND;
    }
  }

  @Nested
  class OfTranscriptions extends Hearing {
    OfTranscriptions() {
      super(SECOND);
    }
  }

  @Nested
  class OfVideos extends VideoProviderContract {
    @Override
    protected VideoProvider provider() {
      return new Tiny.Filmer();
    }

    @Override
    protected ClipRequest request(FakeCallContext context) {
      return clip("a lake");
    }

    @Override
    protected List<ClipRequest> requestsItCannotServe(FakeCallContext context) {
      return List.of(clip("a lake ".repeat(1000)));
    }
  }

  private abstract static class Dubbing extends LipSyncProviderContract {
    private final String type;

    Dubbing(String type) {
      this.type = type;
    }

    @Override
    protected LipSyncProvider provider() {
      return new Tiny.Dubber(type);
    }

    @Override
    protected LipSyncRequest request(FakeCallContext context) {
      return new LipSyncRequest(face(context), speech(context), 0);
    }
  }

  @Nested
  class OfLipSyncs extends Dubbing {
    OfLipSyncs() {
      super("video/mp4");
    }
  }

  @Nested
  class OfAvatars extends AvatarProviderContract {
    @Override
    protected AvatarProvider provider() {
      return new Tiny.Face();
    }

    @Override
    protected AvatarRequest request(FakeCallContext context) {
      return new AvatarRequest(face(context), null, "Hello", null, Locale.ENGLISH, null, 0);
    }
  }

  @Test
  void contract_wordsAfterTheEnd_areSeen() {
    assertThatThrownBy(new Hearing(SECOND.plusMillis(1)) {}::work_validRequest_storesWhatWasAsked)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Hello");
  }

  @Test
  void contract_fileOfAnotherType_isSeen() {
    assertThatThrownBy(new Dubbing("image/png") {}::work_validRequest_storesWhatWasAsked)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("image/png");
  }
}
