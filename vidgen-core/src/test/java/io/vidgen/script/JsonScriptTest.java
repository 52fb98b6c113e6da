package io.vidgen.script;

import static io.vidgen.script.BlockErrorsTest.failure;
import static io.vidgen.script.Samples.lines;
import static io.vidgen.script.Samples.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonScriptTest {

  @Test
  void parse_everyField_isRead() {
    Script script =
        parse(
            """
            {"title": "Carte", "language": "fr-CA", "author": {"ignored": [1, 2]},
             "scenes": [
              {"heading": "Un", "dialogue": [
                 {"speaker": "Nano", "direction": "murmure", "text": "Où ?", "mood": 3}],
               "visual": "forêt", "sound": "vent", "say": "où", "caption": "OÙ",
               "media": "a/b.png", "clips": 2, "camera": "low"},
              {"text": "The end."}]}
            """);
    Scene scene = script.scenes().get(0);
    assertThat(script.title()).isEqualTo("Carte");
    assertThat(script.language()).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(lines(script)).containsExactly("Nano|murmure|Où ?", "||The end.");
    assertThat(scene.heading() + scene.visual() + scene.sound() + scene.say() + scene.caption())
        .isEqualTo("Unforêtventoù" + "OÙ");
    assertThat(scene.media()).hasToString("a/b.png");
    assertThat(scene.clips()).isEqualTo(2);
  }

  @Test
  void parse_listsAndStrings_areScenes() {
    assertThat(lines(parse("[\"One.\", {\"text\": \"Two.\"}]")))
        .containsExactly("||One.", "||Two.");
    assertThat(lines(parse("{\"scenes\": [\"One.\"]}"))).containsExactly("||One.");
    assertThat(lines(parse("{\"script\": {\"scenes\": [\"One.\"]}}"))).containsExactly("||One.");
  }

  @Test
  void parse_dialogueAsString_readsSpeaker() {
    assertThat(lines(parse("{\"scenes\": [{\"dialogue\": \"Max whispers \\\"Hi\\\"\"}]}")))
        .containsExactly("Max|whispers|Hi");
    assertThat(lines(parse("{\"scenes\": [{\"dialogue\": [\"Hi.\", \"Ho.\"]}]}")))
        .containsExactly("||Hi.", "||Ho.");
  }

  @Test
  void parse_fenceAndChatter_readsTheJson() {
    String json = "{\"title\": \"T\",\n \"scenes\": [{\"text\": \"Hi.\",},], // done\n}";
    assertThat(lines(parse("Sure!\n\n```json\n" + json + "\n```\nEnjoy!")))
        .containsExactly("||Hi.");
    assertThat(lines(parse("Here it is:\n" + json + "\nEnjoy!"))).containsExactly("||Hi.");
    assertThat(lines(parse("```\n[{\"text\": \"Hi.\"}]\n```"))).containsExactly("||Hi.");
  }

  @Test
  void parse_nullFields_countAsLeftOut() {
    Script script =
        parse(
            "{\"title\":null,\"language\":null,\"scenes\":[{\"text\":\"a\",\"say\":null,\"clips\":null}]}");
    assertThat(script.scenes().get(0)).isEqualTo(Scene.narrated("a"));
    assertThat(script.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void parse_languageByName_isFound() {
    for (String name : new String[] {"French", "français", "fr", "FR", "Francais"}) {
      Script script = parse("{\"language\":\"" + name + "\",\"scenes\":[\"a\"]}");
      assertThat(script.language().getLanguage()).as(name).isEqualTo("fr");
    }
  }

  @Test
  void parse_wrongType_namesThePath() {
    ScriptParseException failure =
        failure("{\"scenes\": [\"a\",\n \"b\",\n {\"text\": \"c\", \"clips\": \"many\"}]}");
    assertThat(failure.problem()).startsWith("scenes[2].clips");
    assertThat(failure.line()).isEqualTo(3);
    assertThat(failure.column()).isEqualTo(25);
    assertThat(failure("{\"scenes\":[{\"visual\":{}}]}").problem())
        .isEqualTo("scenes[0].visual is an object");
    assertThat(failure("{\"scenes\":[{\"dialogue\":[{\"speaker\":\"Max\"}]}]}").problem())
        .startsWith("scenes[0].dialogue[0].text");
    assertThat(failure("{\"scenes\":[{\"clips\":0,\"text\":\"a\"}]}").problem())
        .startsWith("scenes[0].clips");
    assertThat(failure("{\"scenes\":{}}").problem()).startsWith("scenes");
    assertThat(failure("{\"scenes\":[3]}").problem()).startsWith("scenes[0]");
    assertThat(failure("{\"scenes\":[{\"colour\":3}]}").problem()).startsWith("scenes[0] has no");
  }

  @Test
  void parse_ambiguous_isAnError() {
    assertThat(failure("{\"scenes\":[{\"text\":\"a\",\"dialogue\":[{\"text\":\"b\"}]}]}").problem())
        .contains("both");
    assertThat(failure("{\"scenes\":[{\"sound\":\"a\",\"audio\":\"b\"}]}").problem())
        .contains("twice");
    assertThat(failure("{\"scenes\":[\"a\"],\"scenes\":[\"b\"]}").problem()).contains("Duplicate");
    assertThat(failure("{\"scenes\":[\"a\"]}\n{\"scenes\":[\"b\"]}").line()).isEqualTo(2);
  }

  @Test
  void parse_truncated_pointsAtTheEnd() {
    ScriptParseException failure = failure("{\"title\": \"T\",\n \"scenes\": [{\"text\": \"Hi");
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.remedy()).contains("cut off");
    assertThat(failure("{\"scenes\": [{\"text\": \"Hi\"}").line()).isEqualTo(1);
  }

  @Test
  void parse_jsonAfterPreface_keepsTrueLines() {
    ScriptParseException failure = failure("Sure!\n\n```json\n{\"scenes\":\n  [7]}\n```");
    assertThat(failure.line()).isEqualTo(5);
    assertThat(failure.column()).isEqualTo(4);
  }

  @Test
  void parse_deepNesting_namesTheOption() {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"scenes\":[\"a\"]}";
    assertThat(failure(deep).remedy()).contains("maxNesting");
    assertThat(failure("[".repeat(100_000)).line()).isEqualTo(1);
    assertThat(failure("{\"a\":".repeat(50_000)).remedy()).contains("maxNesting");
  }

  @Test
  void parse_noScenes_isAnError() {
    for (String json : new String[] {"{}", "[]", "{\"scenes\":[]}", "{\"title\":\"x\"}"}) {
      assertThat(failure(json).problem()).isEqualTo("the script has no scene");
    }
  }

  @Test
  void parse_controlCharacters_areDropped() {
    assertThat(lines(parse("[{\"text\": \" a\\u0000\\u0007b\\n\\ud800 \"}]")))
        .containsExactly("||ab\n\uFFFD");
  }
}
