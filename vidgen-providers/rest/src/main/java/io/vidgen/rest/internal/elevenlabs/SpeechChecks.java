package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Problem;
import io.vidgen.rest.elevenlabs.ElevenLabsVoiceSettings;
import io.vidgen.spi.SpeechRequest;
import java.util.ArrayList;
import java.util.List;

/** What can be said about a request without asking. */
final class SpeechChecks {
  private SpeechChecks() {}

  static List<Problem> check(SpeechRequest request) {
    var problems = new ArrayList<Problem>();
    var speed = request.speed();
    if (speed != null
        && !(speed >= ElevenLabsVoiceSettings.SLOWEST
            && speed <= ElevenLabsVoiceSettings.FASTEST)) {
      problems.add(Problem.error("speed", "is " + speed, "use 0.7 to 1.2"));
    }
    var voice = request.voice();
    if (voice != null && !voice.matches("[A-Za-z0-9_-]{1,64}")) {
      problems.add(
          Problem.error(
              "voice",
              "'" + voice + "' is no id of a voice",
              "use an id as ElevenLabsClient.voices() lists them, not a name"));
    }
    if (request.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      problems.add(Problem.error("text", "has no word that can be spoken", "write a sentence"));
    }
    return problems;
  }
}
