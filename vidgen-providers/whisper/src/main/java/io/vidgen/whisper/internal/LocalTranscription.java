package io.vidgen.whisper.internal;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.spi.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words heard by whisper.cpp's program on this machine. One run at a time for each model, in this
 * JVM.
 */
public final class LocalTranscription implements TranscriptionProvider {
  /** Name of the provider. */
  public static final String ID = "whisper-cpp";

  private static final Logger LOG = LoggerFactory.getLogger(LocalTranscription.class);

  /** Raised when the same answer of the program would give other words. */
  private static final String RECIPE = "whisper.cpp-1";

  private static final int WAV_BYTES_PER_SECOND = 48_000;

  /** Four hours of 48 kHz, two channels, 24 bits. */
  private static final long MOST_BYTES = 4_300_000_000L;

  /** How many calls may wait before this one, for its limit. */
  private static final int QUEUE = 4;

  private final WhisperSettings settings;
  private final Effort effort;
  private final Recogniser recogniser;
  private final ModelIdentity identity;

  /** Starts nothing. */
  public LocalTranscription(WhisperSettings settings) {
    this.settings = settings;
    this.effort = new Effort(settings.header(), settings.threads());
    this.recogniser = new Recogniser(settings, effort);
    this.identity = new ModelIdentity(settings.model());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    var times = settings.attention() ? "" : "/dtw-off";
    return RECIPE + "/" + settings.header().name() + "/" + identity.get() + times;
  }

  @Override
  public Capabilities capabilities() {
    var able = Capabilities.builder().addFeatures(Capabilities.Feature.LOCAL).quality(75);
    return settings.header().englishOnly()
        ? able.addLanguages("en").build()
        : able.addLanguages(SpokenLanguages.tags()).build();
  }

  @Override
  public List<Problem> check(TranscriptionRequest request) {
    List<Problem> problems = new ArrayList<>();
    languageProblem(request.language(), problems);
    if (!maybeWav(request.audio().mediaType())) {
      problems.add(
          Problem.error(
              "audio", "is " + request.audio().mediaType() + ", not WAV", "convert it to WAV"));
    }
    var length = request.length();
    if (request.audio().size() > MOST_BYTES
        || (length != null && length.compareTo(Recording.LONGEST) > 0)) {
      problems.add(
          Problem.error(
              "audio",
              "is longer than " + Recording.LONGEST.toHours() + " hours",
              "cut it into parts"));
    }
    return problems;
  }

  private void languageProblem(@Nullable Locale asked, List<Problem> problems) {
    var name = settings.header().name();
    var language = asked == null ? Locale.ROOT : asked;
    boolean known = !language.getLanguage().isEmpty();
    if (!settings.header().englishOnly()) {
      if (known && SpokenLanguages.code(language).isEmpty()) {
        problems.add(
            Problem.error("language", "Whisper does not know " + language, "use another provider"));
      }
    } else if (!known) {
      problems.add(
          Problem.warning(
              "language", "the model " + name + " takes all speech for English", otherModel()));
    } else if (!language.getLanguage().equals("en")) {
      problems.add(
          Problem.error(
              "language",
              "the model " + name + " knows English only, not " + language,
              otherModel()));
    }
  }

  private static String otherModel() {
    return "set "
        + WhisperSettings.MODEL
        + " to a model of all languages, whose name has no .en, such as ggml-base.bin";
  }

  @Override
  public Duration expectedTime(TranscriptionRequest request) {
    return effort.usual(length(request));
  }

  /** {@inheritDoc} Other recordings may be heard first. */
  @Override
  public Duration callLimit(TranscriptionRequest request) {
    return effort.limit(length(request)).multipliedBy(2L * QUEUE);
  }

  @Override
  public Work<TranscriptionRequest, TranscriptionResult> work() {
    return (QuickWork<TranscriptionRequest, TranscriptionResult>) this::call;
  }

  private TranscriptionResult call(TranscriptionRequest request, CallContext context)
      throws IOException, InterruptedException {
    var problems =
        check(request).stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("transcription request", problems);
    }
    var guard = new CallGuard(context);
    guard.goOn();
    var directory = context.workDirectory().toAbsolutePath();
    var recording =
        Recording.copy(context.file(request.audio()), directory.resolve("sound.wav"), guard);
    var turn = Turns.OF_THIS_JVM.take(settings.model(), guard);
    Heard heard;
    try {
      long start = System.nanoTime();
      heard = recogniser.hear(recording, asked(request.language()), directory, guard);
      LOG.debug(
          "{} ms of sound took {} ms", recording.millis(), (System.nanoTime() - start) / 1_000_000);
    } finally {
      turn.giveBack();
    }
    var words = WordReader.read(heard, recording.millis());
    guard.progress(1);
    return new TranscriptionResult(language(request.language(), heard), words);
  }

  private String asked(@Nullable Locale language) {
    if (settings.header().englishOnly()) {
      return "en";
    }
    return language == null || language.getLanguage().isEmpty()
        ? SpokenLanguages.UNKNOWN
        : SpokenLanguages.code(language).orElse(SpokenLanguages.UNKNOWN);
  }

  private static Locale language(@Nullable Locale asked, Heard heard) {
    return asked == null || asked.getLanguage().isEmpty() ? heard.language() : asked;
  }

  private static Duration length(TranscriptionRequest request) {
    var length = request.length();
    return length == null
        ? Duration.ofSeconds(request.audio().size() / WAV_BYTES_PER_SECOND)
        : length;
  }

  private static boolean maybeWav(String mediaType) {
    var type = mediaType.toLowerCase(Locale.ROOT);
    return type.contains("wav") || type.endsWith("/*") || type.equals("application/octet-stream");
  }
}
