package io.vidgen.internal.talking;

import io.vidgen.error.Problem.Severity;
import io.vidgen.internal.video.StandIn;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long a recording of our voice an avatar takes: no longer than it says of itself, and no
 * longer than its checks let pass, which know the vendor's limits of uploads.
 *
 * @param avatar the provider
 * @param request what it is asked for when it is to say something
 */
record LongestSpeech(AvatarProvider avatar, Function<Said, AvatarRequest> request) {
  private static final Duration SHORT = Duration.ofSeconds(5);

  /** Voices differ from the estimate, so a text that is cut leaves some room. */
  private static final double USED = 0.9;

  /** Limits in whole steps: a word more or less must not move every cut after it. */
  private static final int STEP = 50;

  /** Characters of each part of a text; 0 when it need not be cut. */
  int characters(String text, Locale language, @Nullable Double speed) {
    var whole = StandIn.length(text, language, speed);
    var longest = longest(whole);
    if (longest.compareTo(whole) >= 0) {
      return 0;
    }
    int most = (int) (USED * text.length() * longest.toMillis() / whole.toMillis());
    return Math.max(1, most < STEP ? most : most - most % STEP);
  }

  private Duration longest(Duration whole) {
    var declared = avatar.capabilities().maxDuration();
    var most = declared == null || declared.compareTo(whole) > 0 ? whole : declared;
    if (takes(most) || most.compareTo(SHORT) <= 0 || !takes(SHORT)) {
      return most;
    }
    long taken = SHORT.toSeconds();
    long refused = most.toSeconds() + 1;
    while (refused - taken > 1) {
      long middle = (taken + refused) / 2;
      if (takes(Duration.ofSeconds(middle))) {
        taken = middle;
      } else {
        refused = middle;
      }
    }
    return Duration.ofSeconds(taken);
  }

  private boolean takes(Duration length) {
    var said = new Said(null, StandIn.recording(length), length, 0);
    return avatar.check(request.apply(said)).stream()
        .noneMatch(p -> p.severity() == Severity.ERROR && p.field().equals("speech"));
  }
}
