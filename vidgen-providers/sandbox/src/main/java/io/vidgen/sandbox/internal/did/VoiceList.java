package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import java.util.List;

/** The voices that the vendor lists; it takes many more. */
final class VoiceList {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A voice. */
  record Voice(String provider, String id, String name, String gender, List<Tongue> languages) {}

  /** A language of a voice. */
  record Tongue(String name, String locale) {}

  private static final Tongue ENGLISH = new Tongue("English (United States)", "en-US");
  private static final Tongue BRITISH = new Tongue("English (United Kingdom)", "en-GB");
  private static final Tongue FRENCH = new Tongue("French (France)", "fr-FR");
  private static final Tongue GERMAN = new Tongue("German (Germany)", "de-DE");

  private static final List<Voice> ALL =
      List.of(
          new Voice("microsoft", "en-US-JennyNeural", "Jenny", "female", List.of(ENGLISH)),
          new Voice("microsoft", "en-US-GuyNeural", "Guy", "male", List.of(ENGLISH)),
          new Voice("microsoft", "en-GB-SoniaNeural", "Sonia", "female", List.of(BRITISH)),
          new Voice("microsoft", "fr-FR-DeniseNeural", "Denise", "female", List.of(FRENCH)),
          new Voice("microsoft", "fr-FR-HenriNeural", "Henri", "male", List.of(FRENCH)),
          new Voice("microsoft", "de-DE-KatjaNeural", "Katja", "female", List.of(GERMAN)),
          new Voice("amazon", "Amy", "Amy", "female", List.of(BRITISH)),
          new Voice("amazon", "Brian", "Brian", "male", List.of(BRITISH)),
          new Voice(
              "elevenlabs",
              "21m00Tcm4TlvDq8ikWAM",
              "Rachel",
              "female",
              List.of(ENGLISH, FRENCH, GERMAN)));

  private VoiceList() {}

  static Reply answer(Call call) {
    var provider = call.query("provider");
    var id = call.query("id");
    ArrayNode list = JSON.createArrayNode();
    for (Voice voice : ALL) {
      if (provider.map(voice.provider()::equals).orElse(true)
          && id.map(voice.id()::equals).orElse(true)) {
        add(list, voice);
      }
    }
    return Reply.json(200, list);
  }

  private static void add(ArrayNode list, Voice voice) {
    var node =
        list.addObject()
            .put("id", voice.id())
            .put("name", voice.name())
            .put("gender", voice.gender())
            .put("access", voice.provider().equals("elevenlabs") ? "premium" : "public")
            .put("provider", voice.provider());
    var languages = node.putArray("languages");
    for (Tongue tongue : voice.languages()) {
      languages.addObject().put("language", tongue.name()).put("locale", tongue.locale());
    }
    node.putArray("styles");
    node.put("voiceType", "Avatar");
  }
}
