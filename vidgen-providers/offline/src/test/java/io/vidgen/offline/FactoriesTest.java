package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.Availability;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.SpeechProviderFactory;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.junit.jupiter.api.Test;

class FactoriesTest {

  @Test
  void serviceLoader_speech_findsAllBestFirst() {
    List<String> ids =
        load(SpeechProviderFactory.class).stream()
            .sorted(Comparator.comparingInt(SpeechProviderFactory::rank).reversed())
            .map(ProviderFactory::id)
            .toList();

    assertThat(ids).containsExactly("piper", "freetts", "espeak-ng", "silent");
  }

  @Test
  void serviceLoader_image_findsStoryboard() {
    assertThat(load(ImageProviderFactory.class)).extracting(f -> f.id()).contains("storyboard");
  }

  @Test
  void rank_all_isNegativeSoThatAnyOtherProviderWins() {
    assertThat(load(SpeechProviderFactory.class)).allMatch(f -> f.rank() < 0);
    assertThat(load(ImageProviderFactory.class)).allMatch(f -> f.rank() < 0);
  }

  @Test
  void automatic_silent_isNeverChosenByAccident() {
    assertThat(load(SpeechProviderFactory.class))
        .allMatch(f -> f.automatic() != f.id().equals("silent"));
  }

  @Test
  void create_available_hasTheFactorysId() {
    for (SpeechProviderFactory factory : load(SpeechProviderFactory.class)) {
      if (factory.availability(Settings.none()) instanceof Availability.Available) {
        assertThat(factory.create(Settings.none()).id()).isEqualTo(factory.id());
      }
    }
  }

  private static <T> List<T> load(Class<T> type) {
    return ServiceLoader.load(type).stream()
        .filter(p -> p.type().getPackageName().equals("io.vidgen.offline"))
        .map(Provider::get)
        .toList();
  }
}
