package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.video.SpokenWords.Text;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.TranscriptionProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who listens to a recording. */
public final class Listeners {
  private final Toolbox tools;

  /**
   * For one pipeline.
   *
   * @param tools what there is
   */
  public Listeners(Toolbox tools) {
    this.tools = tools;
  }

  /**
   * Who finds the times of a known text: a free aligner, or whoever was chosen by name. Recognition
   * that costs money is never bought for a text that is known, unless somebody asked for it.
   */
  Optional<Listener> forText(Text text) {
    var all = tools.transcriptions();
    return listener(
        all.explicit()
            ? all.fitting(p -> speaks(p, text)).preferring(aligner(text))
            : all.fitting(aligner(text)),
        text);
  }

  /** Who hears what nobody wrote down; when nothing of it is shown, nobody is paid unasked. */
  Optional<Listener> forSpeech(Text text) {
    return listener(tools.transcriptions().fitting(recogniser(text)), text);
  }

  /** Who listens, whether the words are known or not. */
  Optional<Listener> forAny(Text text) {
    return text.isKnown() ? forText(text) : forSpeech(text);
  }

  /**
   * How long a recording is.
   *
   * @param time its length
   * @param isEstimated whether it is not made yet
   */
  public record Length(Duration time, boolean isEstimated) {}

  private Optional<Listener> listener(Candidates<TranscriptionProvider> able, Text text) {
    var language = text.language();
    var fitting = language == null ? able : tools.router().preferring(language, able);
    return fitting.providers().isEmpty()
        ? Optional.empty()
        : Optional.of(new Listener(fitting, tools));
  }

  /**
   * Checks who listens.
   *
   * @param text what is said
   * @param length how long it is
   * @param field what to call it when nobody can listen, null when that is no error
   * @param remedy what else would help
   * @param list takes what is wrong
   */
  public void check(
      Text text, Length length, @Nullable String field, String remedy, Checklist list) {
    var candidates = tools.transcriptions();
    Predicate<TranscriptionProvider> known =
        candidates.explicit() ? p -> speaks(p, text) : aligner(text);
    var fits = text.isKnown() ? known : recogniser(text);
    var language = text.language() == null ? "the video" : text.language().toLanguageTag();
    if (field == null && candidates.matching(fits).isEmpty()) {
      return;
    }
    var name = field == null ? "transcription provider" : field;
    boolean usable =
        list.usable(
            candidates,
            fits,
            new Checklist.Lack(
                name,
                "nothing can recognise the words of " + language,
                "add a transcription provider such as whisper, or " + remedy));
    if (usable) {
      forAny(text).ifPresent(listener -> listener.check(text, length, name, list));
    }
  }

  /**
   * Warns when the times of a known text can only be estimated. In a recording that is not speech
   * alone, such as a clip, that can be seconds off.
   *
   * @param text what is said
   * @param list takes the warning, once for each language
   */
  public void warnOfEstimate(Text text, Checklist list) {
    if (forText(text).isPresent()) {
      return;
    }
    var language = text.language() == null ? "this text" : text.language().toLanguageTag();
    list.add(
        Problem.warning(
            "transcription provider",
            "word times of "
                + language
                + " will be estimated, and captions may be seconds off: nobody here hears when"
                + " its words are said",
            "add vidgen-providers-align (English), or choose a recogniser by"
                + " transcription(\"whisper-cpp\") or transcription(\"whisper\")"));
  }

  /**
   * Whether somebody would listen.
   *
   * @param text what is said
   * @return true if so
   */
  public boolean canHear(Text text) {
    return forAny(text).isPresent();
  }

  private Predicate<TranscriptionProvider> aligner(Text text) {
    boolean chosen = tools.transcriptions().explicit();
    return p ->
        p.capabilities().has(Feature.KNOWN_TEXT)
            && speaks(p, text)
            && (chosen || p.priceCard().isFree());
  }

  private Predicate<TranscriptionProvider> recogniser(Text text) {
    boolean paid = text.isNeeded() || tools.transcriptions().explicit();
    return p ->
        !p.capabilities().has(Feature.KNOWN_TEXT)
            && speaks(p, text)
            && (paid || p.priceCard().isFree());
  }

  private static boolean speaks(TranscriptionProvider provider, Text text) {
    var language = text.language();
    return language == null || provider.capabilities().speaks(language);
  }
}
