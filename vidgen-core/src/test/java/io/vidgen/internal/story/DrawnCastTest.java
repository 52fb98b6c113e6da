package io.vidgen.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.VideoComposer;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnCastTest {
  @Test
  void in_namesAreWholeWords_elseTheFirst() {
    var mia = Character.create("Mia", "", "");
    var ana = Character.create("Ana", "", "");
    var cast =
        new DrawnCast(
            Tales.telling(
                s -> s.characters(mia, ana),
                Tales.scene("ANA eats", "", 1),
                Tales.scene("a banana", "", 1),
                Tales.scene("", "", 1, Tales.line("Ana", "", "Where is Mia?"))),
            noTools());

    assertThat(cast.in(1)).containsExactly(ana);
    assertThat(cast.in(2)).containsExactly(mia);
    assertThat(cast.in(3)).containsExactly(mia, ana);
  }

  @Test
  void bestFirst_severalPictures_takesTheBestOfEachFirst() {
    assertThat(
            DrawnCast.bestFirst(
                List.of(List.of(picture(1), picture(2)), List.of(), List.of(picture(3)))))
        .containsExactly(picture(1), picture(3), picture(2));
  }

  /** Nobody is asked for anything. */
  private static Toolbox noTools() {
    var composer =
        (VideoComposer)
            Proxy.newProxyInstance(
                VideoComposer.class.getClassLoader(),
                new Class<?>[] {VideoComposer.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("nobody was to be asked for " + method.getName());
                });
    return new Toolbox(
        nobody(),
        nobody(),
        nobody(),
        nobody(),
        nobody(),
        nobody(),
        nobody(),
        composer,
        Ledgers.inMemory(),
        InstantSource.system());
  }

  private static <P> Candidates<P> nobody() {
    return new Candidates<>("nobody", List.of(), List.of(), false);
  }

  private static Artifact picture(int number) {
    return new Artifact(new Fingerprint(Integer.toString(number).repeat(64)), "image/png", 1);
  }
}
