package io.vidgen.spi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Speaks a text. */
public interface SpeechProvider extends Provider<SpeechRequest, SpeechResult> {

  /**
   * The voices that are known without asking anybody. When another provider cannot serve, one of
   * them may stand in for its voice: one of the same gender that speaks the language. Cheap, sends
   * nothing, and always the same.
   *
   * @return the voices, each id once, the preferred ones first; empty, the default, when none is
   *     known
   */
  default List<Voice> voices() {
    return List.of();
  }

  /**
   * The voice of requests that name none.
   *
   * @param language the language of the request
   * @return one of {@link #voices}; empty, the default, when it is not known
   */
  default Optional<Voice> defaultVoice(Locale language) {
    return Optional.empty();
  }
}
