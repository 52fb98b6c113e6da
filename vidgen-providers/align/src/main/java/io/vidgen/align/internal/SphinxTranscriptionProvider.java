package io.vidgen.align.internal;

import io.vidgen.audio.ResampledInput;
import io.vidgen.audio.WavInput;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.spi.Work;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Word times of a known English text. The model is loaded by the first call, takes about 15 MB and
 * is shared; a call takes some 10 MB for ten minutes of sound, and as many run at once as there are
 * processors.
 */
public final class SphinxTranscriptionProvider implements TranscriptionProvider {
  /** Name of the provider. */
  public static final String ID = "sphinx4";

  private static final Logger LOG = LoggerFactory.getLogger(SphinxTranscriptionProvider.class);
  private static final int LONGEST_TEXT = 50_000;
  private static final int WAV_BYTES_PER_SECOND = 48_000;

  private final LazyModel model = new LazyModel();
  private final Semaphore room =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return "en-us-align-1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder()
        .addLanguages("en")
        .addFeatures(Capabilities.Feature.LOCAL, Capabilities.Feature.KNOWN_TEXT)
        .maxTextLength(LONGEST_TEXT)
        .quality(50)
        .build();
  }

  @Override
  public List<Problem> check(TranscriptionRequest request) {
    List<Problem> problems = new ArrayList<>();
    var text = request.knownText();
    if (text == null || text.isBlank()) {
      problems.add(
          Problem.error(
              "knownText",
              ID + " only finds the times of a text that is known",
              "give the text, or use a provider that recognises speech, such as whisper"));
    } else if (text.length() > LONGEST_TEXT) {
      problems.add(
          Problem.error(
              "knownText",
              "has " + text.length() + " characters, more than " + LONGEST_TEXT,
              "cut text and recording into parts"));
    }
    var language = request.language();
    if (language != null && !language.getLanguage().equals("en")) {
      problems.add(
          Problem.error(
              "language", ID + " knows English only, not " + language, "use another provider"));
    }
    if (!maybeWav(request.audio().mediaType())) {
      problems.add(
          Problem.error(
              "audio", "is " + request.audio().mediaType() + ", not WAV", "convert it to WAV"));
    }
    return problems;
  }

  @Override
  public Duration expectedTime(TranscriptionRequest request) {
    var length = request.length();
    long seconds =
        length == null ? request.audio().size() / WAV_BYTES_PER_SECOND : length.toSeconds();
    return Duration.ofMillis(300 + 40 * seconds);
  }

  @Override
  public Work<TranscriptionRequest, TranscriptionResult> work() {
    return (QuickWork<TranscriptionRequest, TranscriptionResult>) this::call;
  }

  private TranscriptionResult call(TranscriptionRequest request, CallContext context)
      throws IOException, InterruptedException {
    var problems = check(request);
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("transcription request", problems);
    }
    var guard = new CallGuard(context);
    guard.check(0);
    while (!room.tryAcquire(100, TimeUnit.MILLISECONDS)) {
      guard.check(0);
    }
    try {
      long start = System.nanoTime();
      var words = align(request, context, guard);
      LOG.debug("aligned {} words in {} ms", words.size(), (System.nanoTime() - start) / 1_000_000);
      return new TranscriptionResult(
          Objects.requireNonNullElse(request.language(), Locale.ENGLISH), words);
    } finally {
      room.release();
    }
  }

  private List<WordTiming> align(TranscriptionRequest request, CallContext context, CallGuard guard)
      throws IOException, InterruptedException {
    var shown = Words.split(Objects.requireNonNull(request.knownText()), Locale.ENGLISH);
    var loaded = model.get();
    var ways = new ArrayList<List<int[]>>();
    var sayable = new boolean[shown.size()];
    for (int i = 0; i < sayable.length; i++) {
      var forms = loaded.spoken().of(shown.get(i));
      sayable[i] = !forms.isEmpty();
      if (sayable[i]) {
        ways.add(forms);
      }
    }
    Features features;
    try (var in = new WavInput(context.file(request.audio()))) {
      features = Features.of(new ResampledInput(in, Features.RATE)::next, guard);
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(FailureKind.LOCAL, "cannot read the recording: " + e.getMessage(), "give WAV"),
          e);
    }
    var search = new WordSearch(WordGraph.of(loaded.acoustic(), ways));
    var heard = search.run(features, loaded.acoustic(), guard);
    return new KnownText(shown, sayable, features).time(heard);
  }

  private static boolean maybeWav(String mediaType) {
    var type = mediaType.toLowerCase(Locale.ROOT);
    return type.contains("wav") || type.endsWith("/*") || type.equals("application/octet-stream");
  }
}
