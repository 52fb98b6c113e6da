package io.vidgen.google;

import io.vidgen.google.VeoOptions.ExtensionBilling;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.PriceCards;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds {@link VeoOptions}. */
public final class VeoOptionsBuilder {
  private static final Pattern BUCKET =
      Pattern.compile("gs://[a-z0-9][a-z0-9._-]{1,220}[a-z0-9](?:/[^\\s?#]{0,800})?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,49}");

  final GoogleOptions google;
  PriceCard prices = PriceCards.builtIn(VeoVideoProvider.class, VeoVideoProvider.ID);
  @Nullable AccountLimits limits;
  String model;
  VeoModels models = VeoModels.builtIn();
  @Nullable Money price;
  @Nullable String storage;
  @Nullable String personGeneration;
  ExtensionBilling extensionBilling = ExtensionBilling.UNKNOWN;
  boolean unchecked;
  Duration firstPoll = VeoOptions.DEFAULT_FIRST_POLL;
  Duration timeLimit = VeoOptions.DEFAULT_TIME_LIMIT;

  VeoOptionsBuilder(GoogleOptions google) {
    this.google = google;
    this.model = google.isPlatform() ? VeoModels.PLATFORM_DEFAULT : VeoModels.DEFAULT;
  }

  VeoOptionsBuilder(VeoOptionsBuilder other) {
    google = other.google;
    prices = other.prices;
    model = other.model;
    models = other.models;
    price = other.price;
    storage = other.storage;
    personGeneration = other.personGeneration;
    extensionBilling = other.extensionBilling;
    unchecked = other.unchecked;
    firstPoll = other.firstPoll;
    timeLimit = other.timeLimit;
    limits = other.limits;
  }

  /**
   * The model. One that is not in the table is taken for one that can do what Veo 3.1 can; where a
   * request says otherwise it is sent with a warning, and its price is unknown.
   *
   * @param id its id
   * @return this
   * @throws IllegalArgumentException if it is no id
   */
  public VeoOptionsBuilder model(String id) {
    this.model = ModelIds.checked(id);
    return this;
  }

  /**
   * What is known of models, to correct or extend it.
   *
   * @param table such as {@code VeoModels.builtIn().with(…)}
   * @return this
   */
  public VeoOptionsBuilder models(VeoModels table) {
    this.models = table;
    return this;
  }

  /**
   * Your own price of the chosen model. The cheaper models that a render may step down to cost what
   * {@link VeoOptions#prices the card} says.
   *
   * @param second price of a second, whatever its resolution and sound
   * @return this
   */
  public VeoOptionsBuilder price(Money second) {
    this.price = second;
    return this;
  }

  /**
   * Where the platform puts videos. Only videos in a bucket can be extended there; without one they
   * come with the answer and are kept nowhere. The project's Veo must be allowed to write there,
   * and your credentials to read. What is in the bucket stays until you delete it.
   *
   * @param folder such as {@code gs://bucket/folder}; none by default
   * @return this
   * @throws IllegalArgumentException if it is no such address
   * @throws IllegalStateException on the Gemini API, which keeps videos by itself
   */
  public VeoOptionsBuilder storage(String folder) {
    if (!BUCKET.matcher(folder).matches()) {
      throw new IllegalArgumentException(
          "storage must be gs://bucket or gs://bucket/folder, not \"" + folder + "\"");
    }
    if (!google.isPlatform()) {
      throw new IllegalStateException(
          "storage is for the platform: the Gemini API keeps videos itself");
    }
    this.storage = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    return this;
  }

  /**
   * Who may be shown. The Gemini API takes {@code allow_all} for new clips from text and for
   * extensions, and {@code allow_adult} where pictures are given; the platform takes {@code
   * allow_adult}, {@code allow_all}, {@code disallow} and {@code dont_allow}.
   *
   * @param word Google's word; left out by default, which suits all modes and regions
   * @return this
   * @throws IllegalArgumentException if it is no word
   */
  public VeoOptionsBuilder personGeneration(String word) {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException("\"" + word + "\" is no value of personGeneration");
    }
    this.personGeneration = word;
    return this;
  }

  /**
   * What an extension is billed for.
   *
   * @param billing as your bill says
   * @return this
   */
  public VeoOptionsBuilder extensionBilling(ExtensionBilling billing) {
    this.extensionBilling = billing;
    return this;
  }

  /**
   * Sends requests that the table of models rules out; plans then warn. For the day when Google
   * allows more than the table knows.
   *
   * @return this
   */
  public VeoOptionsBuilder unchecked() {
    return unchecked(true);
  }

  /**
   * Whether requests that the table of models rules out are sent all the same.
   *
   * @param isUnchecked true to send them
   * @return this
   */
  public VeoOptionsBuilder unchecked(boolean isUnchecked) {
    this.unchecked = isUnchecked;
    return this;
  }

  /**
   * When a clip is asked for first; the distances of later polls follow from it, see {@link
   * VeoOptions#firstPoll}. Less than the default is for services that are faster than Google.
   *
   * @param delay 100 ms to 30 s, 10 s by default
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public VeoOptionsBuilder firstPoll(Duration delay) {
    if (delay.compareTo(Duration.ofMillis(100)) < 0
        || delay.compareTo(Duration.ofSeconds(30)) > 0) {
      throw new IllegalArgumentException("first poll must be after 100 ms to 30 s, not " + delay);
    }
    this.firstPoll = delay;
    return this;
  }

  /**
   * How long a video may take from its submit before it counts as lost.
   *
   * @param longest 1 min to 24 h, 35 min by default
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public VeoOptionsBuilder timeLimit(Duration longest) {
    if (longest.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("time limit must be 1 min to 24 h, not " + longest);
    }
    this.timeLimit = longest;
    return this;
  }

  /**
   * What models charge, in place of the card of the jar. Settings for prices win over it.
   *
   * @param card such as {@code options.prices().with(…)}
   * @return this
   * @throws IllegalArgumentException if it has no rate
   */
  public VeoOptionsBuilder prices(PriceCard card) {
    this.prices = card.requirePaid();
    return this;
  }

  /**
   * How many requests Google takes in a minute, and how many videos it makes at once, for this key
   * and model. All pipelines of this JVM keep to it together.
   *
   * @param account what the account may do; on the Gemini API 10 at once, and of previews 10 a
   *     minute, on the platform 50 a minute, by default
   * @return this
   */
  public VeoOptionsBuilder limits(AccountLimits account) {
    this.limits = account;
    return this;
  }

  /**
   * Finishes; connects to nothing.
   *
   * @return the options
   */
  public VeoOptions build() {
    return new VeoOptions(this);
  }
}
