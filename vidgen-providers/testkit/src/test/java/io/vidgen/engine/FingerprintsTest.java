package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in ledgers on other people's disks: when it moves, everything is made again. Only
 * segments, transitions, poster and finish may follow the bytes of the fakes' pictures.
 */
@Timeout(300)
class FingerprintsTest {
  private static final String GOLDEN =
      """
      captions 9fca14db8bb6
      finish 1c1be1f900ff
      image 6160bfd18f96
      image f4d1ebd36ca5
      mix b56ab790cbd6
      poster c99825605f5f
      project a7504fd2174c
      segment b359aab0dd80
      segment ca7444f6a2e3
      speech 2e8351db326b
      speech 7a09e3c833fa
      transition 7d0da36a8352
      words 3719a56218df
      words a183cbb7450d""";

  @Test
  void render_narrated_hasTheFingerprintsItAlwaysHad() {
    try (var studio = new Studio()) {
      studio.render(Studio.narrated("One is first.", "Two comes after it."));

      var steps =
          studio.ledger.all().stream()
              .map(step -> step.kind() + " " + step.fingerprint().shortForm())
              .sorted()
              .collect(Collectors.joining("\n"));
      assertThat(steps).isEqualTo(GOLDEN);
    }
  }

  @Test
  void render_theme_hasScriptAndCharacterThatItAlwaysHad(@TempDir Path place) {
    try (var studio = new ThemeStudio(place)) {
      var lea = new Character("lea", "Lea", "a botanist", "ink", List.of(), "amy", "face", "me");
      studio.render(VideoRequest.story("Lakes").characters(lea).build());

      var steps =
          studio.studio.ledger.all().stream()
              .filter(step -> Set.of("script", "image").contains(step.kind()))
              .map(step -> step.kind() + " " + step.fingerprint().shortForm())
              .sorted()
              .toList();
      assertThat(steps).containsExactly("image a8f12db8f120", "script baf3822c60ca");
    }
  }
}
