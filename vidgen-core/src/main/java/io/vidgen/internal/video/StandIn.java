package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Price;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands for files and lengths that are not known yet, so that a plan can name a price. */
public final class StandIn {
  private static final Fingerprint NOBODY = new Fingerprint("0".repeat(64));

  /** 150 words a minute, as news are read. */
  private static final Duration WORD = Duration.ofMillis(400);

  /** 24 kHz, 16 bits, one channel: what voices make. */
  private static final long BYTES_PER_SECOND = 48_000;

  private StandIn() {}

  static Artifact of(String type, long size) {
    return new Artifact(NOBODY, type, size);
  }

  /**
   * A recording that is not made yet.
   *
   * @param length how long it will be, roughly
   * @return an artifact that nobody can read
   */
  public static Artifact recording(Duration length) {
    return of("audio/wav", 44 + length.toMillis() * BYTES_PER_SECOND / 1000);
  }

  /**
   * A picture that is not drawn yet.
   *
   * @return an artifact that nobody can read
   */
  public static Artifact picture() {
    return of("image/png", 1_000_000);
  }

  /**
   * How long a text takes to be spoken, roughly.
   *
   * @param text the text
   * @param language its language
   * @param speed pace of the voice, null for its own
   * @return the time, at least that of a word
   */
  public static Duration length(String text, Locale language, @Nullable Double speed) {
    int words = Math.max(1, Words.split(text, language).size());
    return Duration.ofMillis(Math.round(words * WORD.toMillis() / (speed == null ? 1 : speed)));
  }

  /**
   * What is wrong with a request for a recording that is not made yet. What would be said of half
   * or twice the length as well is an error; the rest comes of an estimate and is only a warning.
   *
   * @param length how long it will be, roughly
   * @param check finds what is wrong with a recording of some length
   * @return the problems
   */
  public static List<Problem> problems(
      Duration length, Function<Duration, ? extends List<Problem>> check) {
    var found = check.apply(length);
    if (found.isEmpty()) {
      return found;
    }
    var shorter = check.apply(length.dividedBy(2));
    var longer = check.apply(length.multipliedBy(2));
    return found.stream()
        .map(p -> shorter.contains(p) && longer.contains(p) ? p : estimated(p))
        .toList();
  }

  private static Problem estimated(Problem problem) {
    return Problem.warning(
        problem.field(), problem.message() + ", as far as can be estimated", problem.remedy());
  }

  /**
   * What a request with stand-ins will cost, roughly.
   *
   * @param provider who will be asked
   * @param request what for
   * @param <Q> class of the request
   * @return the price; never nothing where money is asked for
   */
  public static <Q extends ProviderRequest> Price price(Provider<Q, ?> provider, Q request) {
    var price = provider.price(request);
    boolean nothing =
        price instanceof Price.Free
            || (price instanceof Price.Range range && range.high().amount().signum() == 0);
    return nothing && !provider.priceCard().isFree()
        ? new Price.Unknown("it depends on steps that are not done yet")
        : price;
  }
}
