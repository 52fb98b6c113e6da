package io.vidgen.rest.did;

import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.internal.http.BaseAddress;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.PriceCards;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link DidOptions}. Every setter checks its value and throws a {@link VidgenException} of
 * kind {@code INVALID_REQUEST}.
 */
public final class DidOptionsBuilder {
  static final URI PUBLIC_ADDRESS = URI.create("https://api.d-id.com");

  /** Texts of D-ID's own limit: 40000 characters with SSML tags (document of 2026-04-10). */
  static final int LONGEST_TEXT = 40_000;

  static final int SHORTEST_TEXT = 3;

  final Secret key;
  DidAuth auth = DidAuth.BASE64;
  URI address = PUBLIC_ADDRESS;
  DidProduct product = DidProduct.ANY;
  @Nullable DidVoice voice;
  int textLimit = 500;
  DidResultFormat resultFormat = DidResultFormat.MP4;
  boolean stitch;
  boolean fluent;
  Duration padAudio = Duration.ZERO;
  List<DidExpression> expressions = List.of();
  int transitionFrames;
  @Nullable String backgroundColor;
  int outputResolution;
  @Nullable Secret elevenLabsKey;
  @Nullable URI webhook;
  Duration typicalTime = Duration.ofSeconds(26);
  Duration timeLimit = Duration.ofMinutes(35);
  Duration submitLimit = Duration.ofMinutes(3);
  Duration askLimit = Duration.ofSeconds(30);
  Duration downloadLimit = Duration.ofMinutes(30);
  boolean reconcile = true;
  Duration listLag = Duration.ofSeconds(60);
  PriceCard prices = PriceCards.builtIn(DidAvatarProvider.class, DidAvatarProvider.ID);
  AccountLimits limits = AccountLimits.UNKNOWN;

  DidOptionsBuilder(Secret key) {
    this.key = DidValues.key("the D-ID key", key);
  }

  DidOptionsBuilder(DidOptionsBuilder other) {
    this.key = other.key;
    this.auth = other.auth;
    this.address = other.address;
    this.product = other.product;
    this.voice = other.voice;
    this.textLimit = other.textLimit;
    this.resultFormat = other.resultFormat;
    this.stitch = other.stitch;
    this.fluent = other.fluent;
    this.padAudio = other.padAudio;
    this.expressions = other.expressions;
    this.transitionFrames = other.transitionFrames;
    this.backgroundColor = other.backgroundColor;
    this.outputResolution = other.outputResolution;
    this.elevenLabsKey = other.elevenLabsKey;
    this.webhook = other.webhook;
    this.typicalTime = other.typicalTime;
    this.timeLimit = other.timeLimit;
    this.submitLimit = other.submitLimit;
    this.askLimit = other.askLimit;
    this.downloadLimit = other.downloadLimit;
    this.reconcile = other.reconcile;
    this.listLag = other.listLag;
    this.prices = other.prices;
    this.limits = other.limits;
  }

  /**
   * How the key is sent; {@link DidAuth#BASE64} by default.
   *
   * @param form the form
   * @return this
   */
  public DidOptionsBuilder auth(DidAuth form) {
    this.auth = form;
    return this;
  }

  /**
   * Where D-ID is; {@code https://api.d-id.com} by default. The path has no {@code /v1}.
   *
   * @param base https, or http to a host that looks local; the key is sent there
   * @return this
   */
  public DidOptionsBuilder address(URI base) {
    return address(base, false);
  }

  DidOptionsBuilder address(URI base, boolean allowHttp) {
    this.address =
        BaseAddress.checked(BaseAddress.Source.of(DidAvatarProvider.ID, allowHttp), base);
    return this;
  }

  /**
   * What may be bought; {@link DidProduct#ANY} by default.
   *
   * @param choice the product
   * @return this
   */
  public DidOptionsBuilder product(DidProduct choice) {
    this.product = choice;
    return this;
  }

  /**
   * The voice for texts whose request names none; by default a Microsoft voice that fits the
   * language.
   *
   * @param choice the voice
   * @return this
   */
  public DidOptionsBuilder voice(DidVoice choice) {
    this.voice = choice;
    return this;
  }

  /**
   * The longest text; 500 by default, since long videos cost much and some services refuse more.
   *
   * @param characters 3 to 40000
   * @return this
   */
  public DidOptionsBuilder textLimit(int characters) {
    this.textLimit =
        DidValues.range("text limit", characters, SHORTEST_TEXT, LONGEST_TEXT, "characters");
    return this;
  }

  /**
   * Container of the video; MP4 by default.
   *
   * @param format the format
   * @return this
   */
  public DidOptionsBuilder resultFormat(DidResultFormat format) {
    this.resultFormat = format;
    return this;
  }

  /**
   * Whether a talk shows the whole picture instead of a square around the face; false by default.
   * Not every plan has it.
   *
   * @param whole true for the whole picture
   * @return this
   */
  public DidOptionsBuilder stitch(boolean whole) {
    this.stitch = whole;
    return this;
  }

  /**
   * Whether a talk ends as it began, so that several fit together; false by default.
   *
   * @param smooth true if so
   * @return this
   */
  public DidOptionsBuilder fluent(boolean smooth) {
    this.fluent = smooth;
    return this;
  }

  /**
   * Silence at the end of a talk, which is billed too; none by default.
   *
   * @param silence 0 to 60 s
   * @return this
   */
  public DidOptionsBuilder padAudio(Duration silence) {
    this.padAudio = DidValues.range("silence", silence, Duration.ZERO, Duration.ofSeconds(60));
    return this;
  }

  /**
   * Replaces the expressions of a talk; none by default.
   *
   * @param all the expressions
   * @param transition frames that an expression takes to come, 0 for D-ID's default
   * @return this
   */
  public DidOptionsBuilder expressions(List<DidExpression> all, int transition) {
    if (transition < 0) {
      throw DidValues.wrong("transition of " + transition + " frames", "use 0 or more");
    }
    this.expressions = List.copyOf(all);
    this.transitionFrames = transition;
    return this;
  }

  /**
   * Colour behind a presenter; its own background by default.
   *
   * @param color such as {@code #1a2b3c}
   * @return this
   */
  public DidOptionsBuilder backgroundColor(String color) {
    this.backgroundColor = DidValues.color("background colour", color);
    return this;
  }

  /**
   * Longest side of a clip; D-ID's choice by default.
   *
   * @param pixels 150 to 1080
   * @return this
   */
  public DidOptionsBuilder outputResolution(int pixels) {
    this.outputResolution = DidValues.range("output resolution", pixels, 150, 1080, "pixels");
    return this;
  }

  /**
   * A key of ElevenLabs that D-ID may use, so that your quota there pays for voices; none by
   * default. It is sent to D-ID with each submit.
   *
   * @param other the key
   * @return this
   */
  public DidOptionsBuilder elevenLabsKey(Secret other) {
    this.elevenLabsKey = DidValues.key("the ElevenLabs key", other);
    return this;
  }

  /**
   * Where D-ID reports what became of a video; nowhere by default. Such reports are not signed: put
   * something unguessable into the address and take them for a hint only.
   *
   * @param https an https address
   * @return this
   */
  public DidOptionsBuilder webhook(URI https) {
    this.webhook = DidValues.webhook(https);
    return this;
  }

  /**
   * When to ask for a video and when it counts as lost.
   *
   * @param typical how long half of the videos take; 26 s by default, seen for a talk of 2 s
   * @param limit when one counts as lost; 35 min by default
   * @return this
   */
  public DidOptionsBuilder pollTimes(Duration typical, Duration limit) {
    this.typicalTime =
        DidValues.range("typical time", typical, Duration.ofMillis(1), Duration.ofHours(1));
    this.timeLimit =
        DidValues.range("time limit", limit, Duration.ofSeconds(1), Duration.ofDays(1));
    return this;
  }

  /**
   * Longest calls.
   *
   * @param submit longest upload or submit; 3 min by default
   * @param ask longest question; 30 s by default
   * @param download longest download; 30 min by default
   * @return this
   */
  public DidOptionsBuilder callLimits(Duration submit, Duration ask, Duration download) {
    this.submitLimit =
        DidValues.range("submit limit", submit, Duration.ofMillis(1), Duration.ofHours(1));
    this.askLimit = DidValues.range("ask limit", ask, Duration.ofMillis(1), Duration.ofHours(1));
    this.downloadLimit =
        DidValues.range("download limit", download, Duration.ofMillis(1), Duration.ofDays(1));
    return this;
  }

  /**
   * Whether a submit whose answer was lost is looked for in D-ID's list; true by default. D-ID does
   * not document that the list shows what was planted, so it may stay undecided.
   *
   * @param look true if so
   * @param lag how long a video may take to show up in the list, 0 to 10 min; 60 s by default
   * @return this
   */
  public DidOptionsBuilder reconcile(boolean look, Duration lag) {
    this.reconcile = look;
    this.listLag = DidValues.range("list lag", lag, Duration.ZERO, Duration.ofMinutes(10));
    return this;
  }

  /**
   * What a second of video costs in your plan; unknown by default, since D-ID sells minutes by
   * plan.
   *
   * @param money the price
   * @return this
   */
  public DidOptionsBuilder pricePerSecond(Money money) {
    return prices(PriceCard.own(Rate.of(PriceUnit.SECOND, money)));
  }

  /**
   * What videos cost in your plan: a rate by {@code second}, {@code minute} or {@code credit}.
   *
   * @param card the prices, at least one
   * @return this
   */
  public DidOptionsBuilder prices(PriceCard card) {
    this.prices = card.requirePaid();
    return this;
  }

  /**
   * What your plan allows, which D-ID does not publish; found out carefully by default.
   *
   * @param account submits in a minute and videos at once
   * @return this
   */
  public DidOptionsBuilder limits(AccountLimits account) {
    this.limits = account;
    return this;
  }

  /**
   * Finishes.
   *
   * @return the options
   */
  public DidOptions build() {
    return new DidOptions(this);
  }
}
