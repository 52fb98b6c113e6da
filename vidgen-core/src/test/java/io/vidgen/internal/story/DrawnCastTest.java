package io.vidgen.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.Scene;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawnCastTest {
  @Test
  void in_namesAreWholeWords_elseTheFirst() {
    var mia = Character.create("Mia", "", "");
    var ana = Character.create("Ana", "", "");
    var all = DrawnCast.named(List.of(mia, ana));
    var where = Tales.scene("", "", 1, Tales.line("Ana", "", "Where is Mia?"));

    assertThat(DrawnCast.in(Tales.scene("ANA eats", "", 1), all)).containsExactly(ana);
    assertThat(DrawnCast.in(Tales.scene("a banana", "", 1), all)).containsExactly(mia);
    assertThat(DrawnCast.in(where, all)).containsExactly(mia, ana);
  }

  @Test
  void in_headingAndSpokenWords_nameThemToo() {
    var zoe = Character.create("Zoe", "", "");
    var mia = Character.create("Mia", "", "");
    var all = DrawnCast.named(List.of(zoe, mia));
    var lines = List.of(Tales.line("Mia", "", "It is me."));

    assertThat(DrawnCast.in(told("Mia enters the kitchen", List.of(), null), all))
        .containsExactly(mia);
    assertThat(DrawnCast.in(told("", List.of(), "Here is Mia."), all)).containsExactly(mia);
    assertThat(DrawnCast.in(told("", lines, "It's me."), all)).containsExactly(mia);
    assertThat(DrawnCast.in(told("", lines, ""), all)).containsExactly(zoe);
  }

  private static Scene told(String heading, List<DialogueLine> lines, @Nullable String say) {
    return new Scene(heading, lines, "", "", say, null, null, 1);
  }

  @Test
  void bestFirst_severalPictures_takesTheBestOfEachFirst() {
    assertThat(
            DrawnCast.bestFirst(
                List.of(List.of(picture(1), picture(2)), List.of(), List.of(picture(3)))))
        .containsExactly(picture(1), picture(3), picture(2));
  }

  private static Artifact picture(int number) {
    return new Artifact(new Fingerprint(Integer.toString(number).repeat(64)), "image/png", 1);
  }
}
