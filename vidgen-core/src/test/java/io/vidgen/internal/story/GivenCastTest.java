package io.vidgen.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenCastTest {
  @Test
  void in_namesAreWholeWords_elseTheFirst() {
    var mia = Character.create("Mia", "", "");
    var ana = Character.create("Ana", "", "");
    var cast =
        new GivenCast(
            Tales.telling(
                s -> s.characters(mia, ana),
                Tales.scene("ANA eats", "", 1),
                Tales.scene("a banana", "", 1),
                Tales.scene("", "", 1, Tales.line("Ana", "", "Where is Mia?"))));

    assertThat(cast.in(1)).containsExactly(ana);
    assertThat(cast.in(2)).containsExactly(mia);
    assertThat(cast.in(3)).containsExactly(mia, ana);
  }

  @Test
  void bestFirst_severalPictures_takesTheBestOfEachFirst() {
    assertThat(
            GivenCast.bestFirst(
                List.of(List.of(picture(1), picture(2)), List.of(), List.of(picture(3)))))
        .containsExactly(picture(1), picture(3), picture(2));
  }

  private static Artifact picture(int number) {
    return new Artifact(new Fingerprint(Integer.toString(number).repeat(64)), "image/png", 1);
  }
}
