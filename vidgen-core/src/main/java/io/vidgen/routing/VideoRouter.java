package io.vidgen.routing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How providers are chosen, for clips, voices, pictures and all the rest: in which order those are
 * asked who can do a step, and whether the next one steps in when one cannot serve. Immutable. What
 * was bought already is used whatever the router says.
 *
 * <p>The order says something only where several providers of a kind may be used: where the builder
 * or the setting of the kind names several, or several are found.
 */
public final class VideoRouter {
  /** How long a rate-limited provider is waited for before the next one is asked. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(1);

  private static final Set<String> ISO = Set.of(Locale.getISOLanguages());
  private static final VideoRouter LISTED = by("listed", (kind, candidates) -> candidates);
  private static final Map<String, VideoRouter> NAMED =
      new TreeMap<>(
          Map.of(
              "listed", LISTED,
              "cheapest", by("cheapest", Orders.CHEAPEST),
              "fastest", by("fastest", Orders.FASTEST),
              "best-quality", by("best-quality", Orders.BEST)));

  private final String name;
  private final RoutingOrder order;
  private final boolean fallback;
  private final Duration patience;
  private final @Nullable Duration inLine;
  private final VoiceRules voices;

  private VideoRouter(
      String name,
      RoutingOrder order,
      boolean fallback,
      Duration patience,
      @Nullable Duration inLine,
      VoiceRules voices) {
    this.name = name;
    this.order = order;
    this.fallback = fallback;
    this.patience = patience;
    this.inLine = inLine;
    this.voices = voices;
  }

  /**
   * In the order in which the pipeline lists them; the next one steps in when one cannot serve.
   *
   * @return the default
   */
  public static VideoRouter listed() {
    return LISTED;
  }

  /**
   * The lowest price of each request first; of a range its middle counts. What cannot be priced
   * comes last, and so does a price of another currency than that of the first.
   *
   * @return a router
   */
  public static VideoRouter cheapest() {
    return requireNonNull(NAMED.get("cheapest"));
  }

  /**
   * The shortest expected time first: what a provider declares, corrected by how long its recent
   * calls took.
   *
   * @return a router
   */
  public static VideoRouter fastest() {
    return requireNonNull(NAMED.get("fastest"));
  }

  /**
   * The highest {@link io.vidgen.spi.Capabilities#quality()} first.
   *
   * @return a router
   */
  public static VideoRouter bestQuality() {
    return requireNonNull(NAMED.get("best-quality"));
  }

  /**
   * The best mix of price, time, quality and health. Each is measured from 0 for the best of the
   * candidates to 1 for the worst, times its weight; the smallest sum comes first.
   *
   * @param price weight of the price, 0 or more
   * @param time weight of the expected time, 0 or more
   * @param quality weight of the quality, 0 or more
   * @param health weight of the recent failure rate, 0 or more
   * @return a router
   * @throws IllegalArgumentException if a weight is negative or not a number, or all are zero
   */
  public static VideoRouter weighted(double price, double time, double quality, double health) {
    return by("weighted", Orders.weighted(price, time, quality, health));
  }

  /**
   * In an order of one's own.
   *
   * @param name what decisions call it, not blank
   * @param order puts candidates in order
   * @return a router
   * @throws IllegalArgumentException if the name is blank
   */
  public static VideoRouter by(String name, RoutingOrder order) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    return new VideoRouter(
        name, requireNonNull(order, "order"), true, DEFAULT_PATIENCE, null, VoiceRules.NONE);
  }

  /**
   * The router that a setting names.
   *
   * @param name {@code listed}, {@code cheapest}, {@code fastest} or {@code best-quality}
   * @return the router; empty for another name
   */
  public static Optional<VideoRouter> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }

  /**
   * What {@link #named(String)} knows.
   *
   * @return the names in alphabetical order
   */
  public static Set<String> names() {
    return Set.copyOf(NAMED.keySet());
  }

  /**
   * The same, but nobody steps in when a provider cannot serve: the render fails, or waits.
   *
   * @return a router
   */
  public VideoRouter withoutFallback() {
    return new VideoRouter(name, order, false, patience, inLine, voices);
  }

  /**
   * The same with another patience: how long a rate-limited provider is waited for before the next
   * one is asked. Where there is no next one it is waited for as long as ever. It counts the time
   * in which a vendor takes nothing: delays that it asks for, and all of a stretch in which it
   * refuses every call. An account that is full takes something whenever a place is free, so the
   * time in line there does not count: see {@link #patienceInLine}.
   *
   * @param patience zero or more; default {@link #DEFAULT_PATIENCE}
   * @return a router
   * @throws IllegalArgumentException if it is negative
   */
  public VideoRouter patience(Duration patience) {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must be 0 or more, not " + patience);
    }
    return new VideoRouter(name, order, fallback, patience, inLine, voices);
  }

  /**
   * The same, with how long a step stands in line at an account that is full, or has used up the
   * requests of its minute, before the next one is asked. By default it stands there for as long as
   * the line is: an account that is busy serves, and often with other steps of the same render.
   *
   * @param time zero or more
   * @return a router
   * @throws IllegalArgumentException if it is negative
   */
  public VideoRouter patienceInLine(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("patience must be 0 or more, not " + time);
    }
    return new VideoRouter(name, order, fallback, patience, time, voices);
  }

  /**
   * The same, with a voice that may speak in place of another when that one's provider cannot
   * serve. Without this, a voice of the same gender that speaks the language stands in, and none
   * where the gender is not known.
   *
   * @param voice the voice that is asked for; empty for the default voice of whoever is asked first
   * @param provider id of another speech provider
   * @param voiceThere its name of the voice; empty for its default
   * @return a router
   * @throws IllegalArgumentException if the id is blank; one that no provider has is refused by
   *     {@code build()} of the pipeline
   */
  public VideoRouter standIn(String voice, String provider, String voiceThere) {
    return with(voices.with(new VoiceRules.StandIn(voice, provider, voiceThere)));
  }

  /**
   * The same, with what becomes of earlier scenes when another voice has to go on with a video.
   *
   * @param change {@link VoiceChange#KEEP} by default
   * @return a router
   */
  public VideoRouter voiceChange(VoiceChange change) {
    return with(voices.with(change));
  }

  /**
   * The same, with providers that come first for a language, whatever the order: who speaks, hears
   * or writes it.
   *
   * @param tag BCP 47 tag, such as {@code fr}; with a region, such as {@code pt-BR}, for that only
   * @param providers ids of providers, at least one, the first one first; one that no provider has
   *     is refused by {@code build()} of the pipeline
   * @return a router
   * @throws IllegalArgumentException if the tag names no language, there is no id, or one is blank
   */
  public VideoRouter forLanguage(String tag, String... providers) {
    return with(voices.with(language(tag), List.of(providers)));
  }

  private static Locale language(String tag) {
    try {
      var locale = new Locale.Builder().setLanguageTag(requireNonNull(tag, "tag")).build();
      var language = locale.getLanguage();
      // Words such as "french" are well-formed tags, of languages that there are not.
      if (language.length() == 3 || ISO.contains(language)) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "'" + tag + "' is no tag of a language: give one such as fr or pt-BR");
  }

  /**
   * What it says of voices and languages.
   *
   * @return {@link VoiceRules#NONE} by default
   */
  public VoiceRules voices() {
    return voices;
  }

  private VideoRouter with(VoiceRules rules) {
    return new VideoRouter(name, order, fallback, patience, inLine, rules);
  }

  /**
   * How long a rate-limited provider is waited for where there is a next one.
   *
   * @return zero or more
   */
  public Duration patience() {
    return patience;
  }

  /**
   * How long a step stands in line at a full account where there is a next one.
   *
   * @return zero or more; empty, the default, for as long as it takes
   */
  public Optional<Duration> patienceInLine() {
    return Optional.ofNullable(inLine);
  }

  /**
   * The order.
   *
   * @return puts candidates in order
   */
  public RoutingOrder order() {
    return order;
  }

  /**
   * Whether the next one steps in.
   *
   * @return false after {@link #withoutFallback()}
   */
  public boolean hasFallback() {
    return fallback;
  }

  /**
   * Whether candidates are taken as they are listed.
   *
   * @return true if so
   */
  public boolean isListed() {
    return order == LISTED.order;
  }

  /** Returns the name of the order. */
  @Override
  public String toString() {
    return name;
  }
}
