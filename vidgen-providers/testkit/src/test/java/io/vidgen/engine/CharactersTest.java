package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Narrated;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the characters of a request change, told by the steps that are redone. */
@Timeout(300)
class CharactersTest {
  private static final Artifact PICTURE =
      new Artifact(new Fingerprint("ab".repeat(32)), "image/png", 1);

  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Ana,a ripe banana,false",
    "Ana,ANA's kitchen,true",
    "Ana,(ana),true",
    "Émile,E\u0301MILE waits,true",
    "Mile,Émile waits,false",
    "Nano Banana,a nano  banana sits,true",
    "小明,今天小明去公园,true",
    "C++,we learn c++ now,true",
  })
  void picture_nameInScene_isAWholeWord(String name, String visual, boolean shown) {
    var scene = scene(visual, DialogueLine.narrator("Hello there."));
    studio.render(request("", List.of(), scene));

    var redone = studio.redone(request("", List.of(character(name, null, true)), scene));

    assertThat(redone.contains("image-1")).isEqualTo(shown);
  }

  @Test
  void voice_oneSpeaker_goesBeforeThatOfTheRequest() {
    var scenes =
        new Scene[] {
          scene("one", line("MAX", "Here I am."), line("Max ", "Who else?")),
          scene("two", line("Max", "Hello."), line("Lea", "Good morning.")),
          scene("three", DialogueLine.narrator("They left.")),
        };
    studio.render(request("first", List.of(), scenes));

    assertThat(studio.redone(request("first", List.of(character("Max", "second", false)), scenes)))
        .contains("speech-1")
        .doesNotContain("speech-2", "speech-3");
  }

  @Test
  void voice_characterWithoutOne_hasThatOfTheRequest() {
    var scene = scene("one", line("Max", "Here I am."));
    studio.render(request("first", List.of(), scene));

    assertThat(studio.redone(request("first", List.of(character("Max", null, false)), scene)))
        .isEmpty();
  }

  private static Narrated request(String voice, List<Character> characters, Scene... scenes) {
    var script = new Script("Test", Locale.ENGLISH, List.of(scenes));
    var builder = VideoRequest.narrated(script).characters(characters);
    return voice.isEmpty() ? builder.build() : builder.voice(voice).build();
  }

  private static Character character(String name, @Nullable String voice, boolean pictured) {
    var references = pictured ? List.of(PICTURE) : List.<Artifact>of();
    return new Character("c", name, "", "", references, voice, null, null);
  }

  private static DialogueLine line(String speaker, String text) {
    return new DialogueLine(speaker, "", text);
  }

  private static Scene scene(String visual, DialogueLine... lines) {
    return new Scene("", List.of(lines), visual, "", null, null, null, 1);
  }
}
