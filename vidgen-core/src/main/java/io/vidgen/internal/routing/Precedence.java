package io.vidgen.internal.routing;

import io.vidgen.routing.Candidate;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.TranscriptionRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who comes before all others, whatever the order says.
 *
 * @param ids their ids, the first one first
 * @param why why they do, in words
 */
record Precedence(List<String> ids, String why) {

  /** Whom the language of a request prefers. */
  static Precedence of(VideoRouter policy, ProviderRequest asked) {
    var language = language(asked);
    if (language == null) {
      return new Precedence(List.of(), "");
    }
    var voices = policy.voices();
    var tag =
        voices.languages().containsKey(language)
            ? language.toLanguageTag()
            : language.getLanguage();
    return new Precedence(voices.preferred(language), "preferred for " + tag);
  }

  private static @Nullable Locale language(ProviderRequest asked) {
    if (asked instanceof SpeechRequest speech) {
      return speech.language();
    } else if (asked instanceof ScriptRequest script) {
      return script.language();
    }
    return asked instanceof TranscriptionRequest heard ? heard.language() : null;
  }

  boolean has(Candidate one) {
    return ids.contains(one.provider());
  }

  /** Those before all others, who stay in order. */
  List<Candidate> sorted(List<Candidate> ordered) {
    var sorted = new ArrayList<>(ordered);
    sorted.sort(
        Comparator.comparingInt(one -> has(one) ? ids.indexOf(one.provider()) : ids.size()));
    return sorted;
  }
}
