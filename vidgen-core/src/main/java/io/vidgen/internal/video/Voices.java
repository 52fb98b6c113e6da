package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.routing.Route;
import io.vidgen.money.Price;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Texts that our own voices speak. */
public final class Voices {
  /** The kind of the step. */
  public static final String SPEECH = "speech";

  private final Toolbox tools;
  private final VoiceRoutes routes;

  /**
   * For texts of which each is on its own.
   *
   * @param tools what there is
   */
  public Voices(Toolbox tools) {
    this(tools, List.of());
  }

  /**
   * For the texts of one video, in one job or plan.
   *
   * @param tools what there is
   * @param video all that is said in it, as far as it is known
   */
  public Voices(Toolbox tools, List<SpeechRequest> video) {
    this.tools = tools;
    this.routes = new VoiceRoutes(tools.router(), List.copyOf(video));
  }

  /**
   * Who speaks a language.
   *
   * @param language the language
   * @return the voices, the preferred one first
   */
  public List<SpeechProvider> speaking(Locale language) {
    return candidates(language).matching(p -> speaks(p, language));
  }

  private static boolean speaks(SpeechProvider who, Locale language) {
    return who.capabilities().speaks(language);
  }

  /**
   * Whether it is clear who speaks a language.
   *
   * @param language the language
   * @return false if nobody does, or several do and nobody said which
   */
  public boolean canSpeak(Locale language) {
    return !speaking(language).isEmpty() && rivals(language).isEmpty();
  }

  /**
   * Who speaks a language while nobody said which of them is meant.
   *
   * @param language the language
   * @return their ids; empty when it is clear
   */
  public List<String> rivals(Locale language) {
    return tools.router().decides() ? List.of() : tools.speech().undecided(meant(language));
  }

  /** Those whom the language prefers; where it prefers none of them, all who speak it. */
  private Predicate<SpeechProvider> meant(Locale language) {
    var preferred = tools.router().voices().preferred(language);
    Predicate<SpeechProvider> first = p -> preferred.contains(p.id()) && speaks(p, language);
    return tools.speech().matching(first).isEmpty() ? p -> speaks(p, language) : first;
  }

  /**
   * Who speaks a text, or has spoken it before.
   *
   * @param asked the text, in a language that somebody speaks
   * @return the voice
   */
  public SpeechProvider voice(SpeechRequest asked) {
    return route(asked).who();
  }

  private Route<SpeechProvider, SpeechRequest> route(SpeechRequest asked) {
    return routes.route(asked, candidates(asked.language()));
  }

  private Candidates<SpeechProvider> candidates(Locale language) {
    return tools.router().preferring(language, tools.speech());
  }

  /**
   * Whether a text was spoken before, or somebody speaks it.
   *
   * @param asked the text
   * @return true if so, whoever it is
   */
  public boolean isBegun(SpeechRequest asked) {
    if (speaking(asked.language()).isEmpty()) {
      return false;
    }
    return route(asked).ways().stream()
        .anyMatch(way -> tools.router().begun(SPEECH, way.who(), way.asked()).isPresent());
  }

  /**
   * What it costs to speak a text.
   *
   * @param asked the text, in a language that somebody speaks
   * @return the price of the first choice
   */
  public Price price(SpeechRequest asked) {
    var route = route(asked);
    return route.who().price(route.asked());
  }

  /**
   * Speaks a text.
   *
   * @param key name of the step
   * @param asked the text, in a language that somebody speaks
   * @return the step
   */
  public Step<SpeechResult> step(StepKey key, SpeechRequest asked) {
    return Steps.of(key, SpeechResult.class, route(asked));
  }

  /**
   * Checks that somebody speaks a language.
   *
   * @param language the language
   * @param field where a request says it
   * @param list takes what is wrong
   * @return whether texts can be checked one by one
   */
  public boolean check(Locale language, String field, Checklist list) {
    list.addAll(new NamedInVain(tools).warnings(language));
    return list.usable(
        tools.speech(),
        meant(language),
        new Checklist.Lack(
            field,
            "no voice speaks " + language.toLanguageTag(),
            "install or configure a voice for it, or name the provider 'silent' for a narration "
                + "without sound"));
  }

  /**
   * Checks a text.
   *
   * @param asked the text, in a language that somebody speaks
   * @param field where a request says it
   * @param list takes what is wrong
   */
  public void check(SpeechRequest asked, String field, Checklist list) {
    if (asked.text().isBlank()) {
      return;
    }
    var voice = voice(asked);
    var there = route(asked).asked();
    list.priceKnown(voice.price(there), field);
    int most = voice.capabilities().maxTextLength();
    if (most > 0 && asked.text().length() > most) {
      list.add(
          Problem.error(
              field,
              asked.text().length()
                  + " characters are more than the "
                  + most
                  + " that "
                  + voice.id()
                  + " takes at once",
              "split the scene"));
    }
    list.addAll(voice.check(there));
  }
}
