package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftRepairTest {

  @Test
  void repair_sceneTooLongForItsClip_takesTheSecondOne() {
    var draft = repaired(2, 3, Asked.scene("a", 1, Asked.words(30)), Asked.scene("b", 2, "Hi"));
    assertThat(clips(draft)).containsExactly(2, 1);
  }

  @Test
  void repair_clipsThatDoNotAddUp_goToThoseWhoSayTheMost() {
    var draft =
        repaired(
            3,
            5,
            Asked.scene("a", 1, Asked.words(20)),
            Asked.scene("b", 1, "Hi"),
            Asked.scene("c", 1, Asked.words(18)));
    assertThat(clips(draft)).containsExactly(2, 1, 2);
  }

  @Test
  void repair_clipsThatFit_stayAsTheyAre() {
    var draft = repaired(2, 3, Asked.scene("a", 1, Asked.words(15)), Asked.scene("b", 2, "Hi"));
    assertThat(clips(draft)).containsExactly(1, 2);
  }

  @Test
  void repair_surplusEmptyScenes_areDropped() {
    var draft = repaired(1, 1, Asked.scene("a", 1, "Hi"), Asked.scene("", 1));
    assertThat(draft.scenes()).hasSize(1);
  }

  @Test
  void repair_moreScenesThanClips_leavesTheNumbersToTheRules() {
    var draft = repaired(1, 1, Asked.scene("a", 1, "Hi"), Asked.scene("b", 1, "Ho"));
    assertThat(clips(draft)).containsExactly(1, 1);
  }

  @Test
  void repair_pictureWithoutAName_showsWhoSpeaks() {
    var lines = List.of(Asked.said("nano banana", "Nano Banana: \"Hi\""));
    var scene = new Scene("", lines, "In a library.", "", null, null, null, 1);
    var draft = repaired(1, 1, scene);
    assertThat(draft.scenes().get(0).visual()).isEqualTo("Nano Banana: In a library.");
    assertThat(draft.scenes().get(0).spokenText()).isEqualTo("Hi");
  }

  @Test
  void repair_scriptForPictures_hasOneClipPerScene() {
    var draft = repaired(2, 0, Asked.scene("a", 3, "Hi"), Asked.scene("b", 1, "Ho"));
    assertThat(clips(draft)).containsExactly(1, 1);
  }

  private static List<Integer> clips(Draft draft) {
    return draft.scenes().stream().map(Scene::clips).toList();
  }

  private static Draft repaired(int scenes, int clips, Scene... answered) {
    var shape = Shape.of(Asked.script("en", scenes, clips));
    return new DraftRepair(shape, List.of("Nano Banana")).repair(new Draft("", List.of(answered)));
  }
}
