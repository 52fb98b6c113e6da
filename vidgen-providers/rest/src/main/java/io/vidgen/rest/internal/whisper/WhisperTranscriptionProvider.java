package io.vidgen.rest.internal.whisper;

import io.vidgen.error.Failure;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.model.WordTiming;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Availability;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.spi.Work;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words heard by a server that runs Whisper. */
public final class WhisperTranscriptionProvider implements TranscriptionProvider {
  /** Name of the provider. */
  public static final String ID = "whisper";

  private static final Duration USUAL = Duration.ofMinutes(1);

  private final WhisperOptions options;
  private final WhisperServer server;
  private final @Nullable ProviderAccount account;

  /** Reads the settings; connects to nothing. */
  public WhisperTranscriptionProvider(ProviderConfig config) {
    this.options = WhisperOptions.of(config);
    this.server = new WhisperServer(options);
    var key = options.key();
    // A server of one's own keeps its limits by itself.
    this.account =
        options.hosted() && key != null
            ? ProviderAccount.of(
                "openai/" + options.model(),
                options.base(),
                key,
                new AccountLimits(options.requests(), options.parallel()))
            : null;
  }

  /** Whether a server or a key is set. */
  public static Availability availability(ProviderConfig config) {
    return WhisperOptions.availability(config);
  }

  /** All settings that are read. */
  public static Set<String> settings() {
    return WhisperOptions.NAMES;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return options.hosted() ? options.model() : "server-" + options.model();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder().quality(85).build();
  }

  @Override
  public PriceCard priceCard() {
    var prices = options.prices();
    return prices == null ? PriceCard.free() : prices.card();
  }

  @Override
  public Price price(TranscriptionRequest request) {
    var prices = options.prices();
    if (prices == null) {
      return Price.free();
    }
    var length = request.length();
    if (length == null) {
      return new Price.Unknown("the length of the recording is not known");
    }
    // Seconds are rounded by the vendor, and those of each upload on its own.
    long seconds = length.toSeconds();
    long parts = uploads(length);
    return new Price.Range(
        prices.cost(BigDecimal.valueOf(seconds)),
        prices.cost(BigDecimal.valueOf(seconds + 1 + parts)));
  }

  @Override
  public List<Problem> check(TranscriptionRequest request) {
    var type = request.audio().mediaType().toLowerCase(Locale.ROOT);
    boolean sound =
        type.startsWith("audio/")
            || type.startsWith("video/")
            || type.equals("application/octet-stream")
            || type.equals("application/ogg");
    return sound
        ? List.of()
        : List.of(
            Problem.error(
                "audio", "is " + request.audio().mediaType() + ", no sound", "give a recording"));
  }

  @Override
  public Duration expectedTime(TranscriptionRequest request) {
    var length = request.length() == null ? USUAL : request.length();
    return Duration.ofSeconds(1).plus(length.dividedBy(options.hosted() ? 10 : 3));
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.ofNullable(account);
  }

  /** {@inheritDoc} Each upload may wait for a place as long as it may take. */
  @Override
  public Duration callLimit(TranscriptionRequest request) {
    var length = request.length() == null ? USUAL : request.length();
    return options.timeout().multipliedBy(2 * uploads(length)).plusMinutes(1);
  }

  @Override
  public Work<TranscriptionRequest, TranscriptionResult> work() {
    return (QuickWork<TranscriptionRequest, TranscriptionResult>) this::call;
  }

  private TranscriptionResult call(TranscriptionRequest request, CallContext context) {
    var problems = check(request);
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("transcription request", problems);
    }
    Unwanted.check(context);
    var uploads = Uploads.of(context.file(request.audio()), options.partBytes(), context);
    var language = LanguageNames.code(request.language());
    var heard = "";
    List<WordTiming> words = new ArrayList<>();
    int paid = 0;
    @Nullable BigDecimal billed = BigDecimal.ZERO;
    for (int i = 0; i < uploads.size(); i++) {
      var upload = uploads.get(i);
      try {
        var answer = server.transcribe(upload, language, uploads.size() > 1, context);
        paid += answer.sent() ? 1 : 0;
        var more = answer.billed();
        billed = billed == null || more == null ? null : billed.add(more);
        charge(billed, context);
        heard = heard.isEmpty() ? answer.transcript().language() : heard;
        for (var word : answer.transcript().words()) {
          words.add(word.shifted(Duration.ofMillis(Math.round(upload.offset() * 1000))));
        }
      } catch (VidgenException e) {
        throw inPart(e, i + 1, uploads.size(), paid);
      }
      context.progress((i + 1.0) / uploads.size());
    }
    return new TranscriptionResult(language(request.language(), heard), words);
  }

  private void charge(@Nullable BigDecimal seconds, CallContext context) {
    var prices = options.prices();
    if (prices != null && seconds != null) {
      context.charged(prices.cost(seconds));
    }
  }

  /** Money for earlier parts is gone whatever became of this one. */
  private VidgenException inPart(VidgenException e, int part, int parts, int paid) {
    if (parts == 1) {
      return e;
    }
    var failure = e.failure();
    boolean spent = options.hosted() && paid > 0;
    var message = "part " + part + " of " + parts + ": " + failure.message();
    var noted =
        spent
            ? message + "; " + paid + " part(s) before it were paid for and are remembered"
            : message;
    return new VidgenException(
        new Failure(
            failure.kind(),
            noted,
            failure.remedy(),
            failure.context(),
            failure.retryAfter(),
            spent ? Boolean.TRUE : failure.charged()),
        e);
  }

  private static Locale language(@Nullable Locale asked, String heard) {
    return asked != null ? asked : LanguageNames.read(heard);
  }

  private long uploads(Duration length) {
    return length.toMillis() * WavParts.RATE * 2 / 1000 / options.partBytes() + 1;
  }
}
