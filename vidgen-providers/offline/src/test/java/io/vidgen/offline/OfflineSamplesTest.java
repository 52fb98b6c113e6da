package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.VideoFormat;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The code in the guide. */
class OfflineSamplesTest {

  @Test
  void guide_voice_timesWords() throws Exception {
    ProviderConfig config = Settings.none();
    try (FakeCallContext context = FakeCallContext.create()) {
      // tag::voice
      SpeechProvider voice = new FreeTtsSpeechProviderFactory().create(config);
      SpeechRequest request =
          new SpeechRequest("Coffee wakes 20k people.", Locale.ENGLISH, "kevin-deep", 1.1, 0);
      if (voice.work() instanceof QuickWork<SpeechRequest, SpeechResult> quick) {
        SpeechResult spoken = quick.call(request, context);
        for (WordTiming word : spoken.words()) {
          // "20k" from 1.1 s to 1.8 s, SYNTHESIS
          show(word.text(), word.start(), word.end(), word.source());
        }
      }
      // end::voice
      assertThat(voice.id()).isEqualTo("freetts");
    }
  }

  @Test
  void guide_picture_isDrawn() throws Exception {
    ProviderConfig config = Settings.none();
    try (FakeCallContext context = FakeCallContext.create()) {
      // tag::picture
      ImageProvider storyboard = new StoryboardImageProviderFactory().create(config);
      ImageRequest request =
          new ImageRequest(
              "an old harbour at dawn",
              "calm, watercolour",
              VideoFormat.PORTRAIT,
              List.of(),
              null,
              0);
      if (storyboard.work() instanceof QuickWork<ImageRequest, ImageResult> quick) {
        ImageResult drawn = quick.call(request, context);
        show(context.file(drawn.image()));
      }
      // end::picture
      assertThat(storyboard.id()).isEqualTo("storyboard");
    }
  }

  private static void show(Object... values) {
    assertThat(values).doesNotContainNull();
  }
}
