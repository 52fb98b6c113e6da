package io.vidgen.internal.video;

import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** When the words of a caption are shown that nobody says. */
public final class SilentCaption {
  private SilentCaption() {}

  /**
   * Spreads a caption over a shot. A few words stand together as long as a caption may; more of
   * them follow each other at half the pace of speech, or faster if the shot is over before.
   *
   * @param text the caption; none when blank
   * @param language its language
   * @param options how captions are shown
   * @param shot length of the shot
   * @return the words from the start of the shot
   */
  public static List<WordTiming> words(
      String text, Locale language, CaptionOptions options, Duration shot) {
    var shown = Words.split(text, language);
    var calm = StandIn.length(text, language, null).multipliedBy(2);
    var wanted = calm.compareTo(options.maxDuration()) > 0 ? calm : options.maxDuration();
    var end = wanted.compareTo(shot) > 0 ? shot : wanted;
    return WordInterpolator.spread(shown, Duration.ZERO, end);
  }
}
