package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptRulesTest {

  @Test
  void broken_goodScript_isNothing() {
    assertThat(
            broken("en", 2, 3, Asked.scene("a", 2, "Hello there"), Asked.scene("b", 1, "Good bye")))
        .isEmpty();
  }

  @Test
  void broken_wrongNumbers_saysWhich() {
    assertThat(broken("en", 3, 3, Asked.scene("a", 1, "Hello"), Asked.scene("b", 1, "Bye")))
        .containsExactly("there are 2 scenes, not 3", "the clips of all scenes add up to 2, not 3");
    assertThat(broken("en", 2, 2)).containsExactly("there is no scene");
  }

  @Test
  void broken_tooMuchToSay_saysHowMuchThereIsTimeFor() {
    assertThat(broken("en", 1, 1, Asked.scene("a", 1, Asked.words(40))))
        .containsExactly("scene 1 says 40 words in 1 clip(s), which have time for 21");
  }

  @Test
  void broken_tooMuchInOneOfItsClips_saysInWhich() {
    var uneven = Asked.words(24) + ". " + Asked.words(16).replace("word", "Word") + ".";
    assertThat(broken("en", 1, 2, Asked.scene("a", 2, uneven)))
        .containsExactly("scene 1 says 24 words in clip 1 of its 2, which has time for 21");
    assertThat(broken("en", 1, 2, Asked.scene("a", 2, Asked.words(26) + "."))).isEmpty();
  }

  @Test
  void broken_emptySceneAndMissingVisual_areNamed() {
    assertThat(broken("en", 2, 2, Asked.scene("", 1), Asked.scene("", 1, "Hello")))
        .containsExactly("scene 1 is empty", "scene 2 has no visual");
  }

  @Test
  void broken_nobodySpeaks_isSaid() {
    assertThat(broken("en", 1, 1, Asked.scene("a", 1))).containsExactly("nobody says anything");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, Où est la carte au trésor ?, true",
    "zh, 藏宝图在哪里？, true",
    "ja, 宝の地図はどこ？, true",
    "ja, 藏宝图到底在哪里我们一起去寻找它吧朋友们快点, false",
    "ar, أين خريطة الكنز؟, true",
    "ru, Где карта сокровищ?, true",
    "sr, Gde je mapa?, true",
    "sr-Cyrl, Gde je mapa?, false",
    "zh-Hant, Where is the map?, false",
    "ru, Where is the map?, false",
    "ar, Where is the map?, false",
    "fr, 藏宝图在哪里？, false",
    "zh, Nano Banana：藏宝图到底在哪里呢我们去找吧朋友们, true"
  })
  void broken_lettersOfAnotherWriting_areNoticed(String language, String text, boolean fine) {
    var broken = broken(language, 1, 1, Asked.scene("a", 1, text));
    assertThat(broken.isEmpty()).as("%s", broken).isEqualTo(fine);
  }

  @Test
  void broken_repeatedScene_isNamedButARefrainIsNot() {
    assertThat(
            broken(
                "en",
                3,
                3,
                Asked.scene("a", 1, "Where is the map now?"),
                Asked.scene("b", 1, "Where is the map, now!"),
                Asked.scene("A.", 1, "Here")))
        .containsExactly("scene 2 repeats scene 1", "scene 3 repeats scene 1");
    assertThat(broken("en", 2, 2, Asked.scene("a", 1, "Yes!"), Asked.scene("b", 1, "Yes!")))
        .isEmpty();
  }

  @Test
  void broken_scriptForPictures_isMeasuredAsAWhole() {
    var scenes = new Scene[] {Asked.scene("a", 1, Asked.words(40)), Asked.scene("b", 1, "Hi")};
    assertThat(broken("en", 2, 0, scenes)).isEmpty();
    scenes[1] = Asked.scene("b", 1, Asked.words(39));
    assertThat(broken("en", 2, 0, scenes))
        .containsExactly("all scenes together say 79 words, but there is time for 48");
  }

  @Test
  void broken_revisionThatChangedNothing_isNoticed() {
    var scene = Asked.scene("A fight", 1, "Stop");
    var request = Asked.revision(scene, "violence");
    var rules = new ScriptRules(Shape.of(request), request.revision());
    assertThat(rules.broken(new Draft("", List.of(scene)))).hasSize(1);
    assertThat(rules.broken(new Draft("", List.of(Asked.scene("A dance", 1, "Stop"))))).isEmpty();
  }

  private static List<String> broken(String language, int scenes, int clips, Scene... answered) {
    var request = Asked.script(language, scenes, clips);
    return new ScriptRules(Shape.of(request), null).broken(new Draft("", List.of(answered)));
  }
}
