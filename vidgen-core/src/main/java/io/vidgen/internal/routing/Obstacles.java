package io.vidgen.internal.routing;

import io.vidgen.error.Problem;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.TranscriptionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a provider cannot do what is asked, in words. */
final class Obstacles {
  private final List<String> unfit = new ArrayList<>(0);
  private final List<String> found = new ArrayList<>(0);

  private Obstacles() {}

  /** Whether it is one of those that do such things at all, in that language. */
  boolean fits() {
    return unfit.isEmpty();
  }

  /** All of them; empty when it can. */
  List<String> all() {
    return Stream.concat(unfit.stream(), found.stream()).toList();
  }

  static <Q extends ProviderRequest> Obstacles of(Provider<Q, ?> who, Q asked) {
    var obstacles = new Obstacles();
    obstacles.capabilities(who.capabilities(), asked);
    // Its own checks may take for granted that it is fit.
    if (obstacles.fits()) {
      who.check(asked).stream()
          .filter(problem -> problem.severity() == Problem.Severity.ERROR)
          .map(Problem::message)
          .forEach(obstacles.found::add);
    }
    return obstacles;
  }

  private void capabilities(Capabilities able, ProviderRequest asked) {
    if (asked instanceof SpeechRequest speech) {
      language(able, speech.language(), "speaks");
      length(able, speech.text());
    } else if (asked instanceof ScriptRequest script) {
      language(able, script.language(), "writes");
      length(able, script.theme());
    } else if (asked instanceof TranscriptionRequest heard) {
      transcription(able, heard);
    } else if (asked instanceof ClipRequest clip) {
      format(able, clip.format());
      length(able, clip.prompt());
      if (clip.extend() == null) {
        duration(able, clip.duration());
      }
    } else if (asked instanceof AvatarRequest avatar) {
      avatar(able, avatar);
    }
  }

  private void language(Capabilities able, @Nullable Locale language, String verb) {
    if (language != null && !able.speaks(language)) {
      unfit.add(verb + " no " + language.toLanguageTag());
    }
  }

  private void length(Capabilities able, String text) {
    int most = able.maxTextLength();
    if (most > 0 && text.length() > most) {
      found.add(
          String.format(
              Locale.ROOT, "%,d characters are more than the %,d it takes", text.length(), most));
    }
  }

  private void transcription(Capabilities able, TranscriptionRequest heard) {
    language(able, heard.language(), "hears");
    var text = heard.knownText();
    if (!able.has(Feature.KNOWN_TEXT)) {
      return;
    } else if (text == null) {
      unfit.add("needs a text that is known");
    } else {
      length(able, text);
    }
  }

  private void format(Capabilities able, VideoFormat format) {
    if (!able.formats().isEmpty() && !able.formats().contains(format)) {
      found.add("makes no " + format);
    }
  }

  private void duration(Capabilities able, Duration asked) {
    var least = able.minDuration();
    var most = able.maxDuration();
    if (least != null && asked.compareTo(least) < 0) {
      found.add(Words.time(asked) + " is shorter than its shortest, " + Words.time(least));
    }
    if (most != null && asked.compareTo(most) > 0) {
      found.add(Words.time(asked) + " is longer than its longest, " + Words.time(most));
    }
  }

  private void avatar(Capabilities able, AvatarRequest avatar) {
    var face = avatar.presenter() != null ? Feature.PRESENTERS : Feature.FACE_PICTURE;
    var speech = avatar.speech() != null ? Feature.SPEAKS_RECORDING : Feature.SPEAKS_TEXT;
    for (var feature : List.of(face, speech)) {
      if (!able.has(feature)) {
        unfit.add("has no " + feature.replace('-', ' '));
      }
    }
    var text = avatar.text();
    if (text != null) {
      language(able, avatar.language(), "speaks");
      length(able, text);
    }
  }
}
