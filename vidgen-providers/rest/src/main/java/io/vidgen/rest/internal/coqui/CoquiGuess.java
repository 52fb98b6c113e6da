package io.vidgen.rest.internal.coqui;

import io.vidgen.rest.coqui.CoquiOptions;
import io.vidgen.spi.SpeechRequest;
import java.util.StringJoiner;

/** What may be wrong with a request when the server does not say it. Pure. */
final class CoquiGuess {
  private static final int LONG = 400;

  private CoquiGuess() {}

  static String remedy(CoquiOptions options, SpeechRequest request, String text) {
    var guesses = new StringJoiner("; ", "look into the server's log; ", "");
    var speaker = CoquiCalls.speaker(options, request);
    var clone = CoquiCalls.speakerWav(options, request);
    var language = CoquiCalls.language(options, request);
    if (speaker != null) {
      guesses.add(
          "the speaker '"
              + speaker
              + "' may be unknown or the model have only one: compare with GET /voices, or leave"
              + " the voice out");
    }
    if (clone != null) {
      guesses.add(
          "'" + clone + "' must be the path of a recording on the server, not on this machine");
    }
    if (speaker == null && clone == null) {
      guesses.add("a model with several speakers needs one: set vidgen.coqui.speaker or a voice");
    }
    guesses.add(
        language == null
            ? "a model with several languages needs one: set vidgen.coqui.language"
            : "the language '" + language + "' may be unknown to the model");
    if (options.style() != null) {
      guesses.add("the model may have no styles, or the style be no file on the server");
    }
    if (text.length() > LONG) {
      guesses.add("the part may be too long: set vidgen.coqui.part-length to 200");
    }
    return guesses.toString();
  }
}
