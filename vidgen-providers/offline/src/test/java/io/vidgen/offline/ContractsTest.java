package io.vidgen.offline;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.ImageProviderContract;
import io.vidgen.testkit.ProviderFactoryContract;
import io.vidgen.testkit.SpeechProviderContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** What is always there keeps the contracts of its kind. */
class ContractsTest {

  @Nested
  class FreeTts extends SpeechProviderContract {
    @Override
    protected SpeechProvider provider() {
      return new FreeTtsSpeechProviderFactory().create(Settings.none());
    }

    @Override
    protected SpeechRequest request() {
      return Speech.request("A short sentence.", "en");
    }
  }

  @Nested
  class Silent extends SpeechProviderContract {
    @Override
    protected SpeechProvider provider() {
      return new SilentSpeechProviderFactory().create(Settings.none());
    }

    @Override
    protected SpeechRequest request() {
      return Speech.request("Une phrase courte.", "fr");
    }
  }

  @Nested
  class Storyboard extends ImageProviderContract {
    @Override
    protected ImageProvider provider() {
      return new StoryboardImageProviderFactory().create(Settings.none());
    }

    @Override
    protected ImageRequest request(FakeCallContext context) {
      return new ImageRequest("a lake", "", new VideoFormat(144, 256), List.of(), null, 0);
    }
  }

  @Nested
  class FreeTtsFactory extends ProviderFactoryContract {
    @Override
    protected ProviderFactory<?> factory() {
      return new FreeTtsSpeechProviderFactory();
    }
  }

  @Nested
  class StoryboardFactory extends ProviderFactoryContract {
    @Override
    protected ProviderFactory<?> factory() {
      return new StoryboardImageProviderFactory();
    }
  }
}
