package io.vidgen.rest.internal.coqui;

import io.vidgen.audio.Resampler;
import io.vidgen.audio.WavReader;
import io.vidgen.audio.WavWriter;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.coqui.CoquiOptions;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Speaks a text part by part and joins the recordings. */
public final class CoquiNarration {
  private static final Duration LEAD = Duration.ofMillis(50);
  private static final Duration TAIL = Duration.ofMillis(100);

  private final CoquiOptions options;
  private final CoquiServer server;

  /**
   * A narration.
   *
   * @param options how the server is used
   * @param server the server
   */
  public CoquiNarration(CoquiOptions options, CoquiServer server) {
    this.options = options;
    this.server = server;
  }

  /**
   * Speaks a request.
   *
   * @param request what is said
   * @param problems what is wrong with it
   * @param context files, deadline and cancellation
   * @return the recording; its words have no times
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public SpeechResult speak(SpeechRequest request, List<Problem> problems, CallContext context)
      throws IOException, InterruptedException {
    var errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw VidgenException.invalid("speech request", errors);
    }
    var parts = parts(options, request);
    var file = context.workDirectory().resolve("narration.wav");
    var first = sound(request, parts.get(0), context);
    int rate = first.rate();
    long length;
    try (var wav = new WavWriter(file, rate)) {
      silence(wav, LEAD, rate);
      for (int i = 0; i < parts.size(); i++) {
        var part = i == 0 ? first : sound(request, parts.get(i), context);
        var samples = new Resampler(part.rate(), rate).resample(part.samples());
        wav.write(samples, samples.length);
        silence(wav, i + 1 == parts.size() ? TAIL : parts.get(i).pause(), rate);
        context.progress((i + 1.0) / parts.size());
      }
      length = wav.samples();
    }
    var duration = Duration.ofNanos(length * 1_000_000_000 / rate);
    return new SpeechResult(context.store(file, "audio/wav"), duration, List.of());
  }

  /**
   * In how many parts a text is spoken, one call each.
   *
   * @param options how the server is used
   * @param request what is said
   * @return the number
   */
  public static int count(CoquiOptions options, SpeechRequest request) {
    return parts(options, request).size();
  }

  private static List<SpokenPart> parts(CoquiOptions options, SpeechRequest request) {
    int most = options.partLength() == 0 ? PartLimits.of(request.language()) : options.partLength();
    return SpokenPart.of(request.text(), request.language(), most);
  }

  private WavReader.Sound sound(SpeechRequest request, SpokenPart part, CallContext context)
      throws IOException {
    var call = CoquiCalls.speak(options, request, part.text());
    var file = fetch(call, request, part, context);
    try {
      var sound = read(file);
      var speech = PartSound.of(sound.samples(), sound.rate());
      if (speech.length == 0) {
        throw broken("answered with silence", part);
      }
      return new WavReader.Sound(sound.rate(), speech);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * A page without a cause may be a hiccup, so it is asked once more, which costs nothing; twice it
   * is the request that does not suit the model.
   */
  private Path fetch(ApiCall call, SpeechRequest request, SpokenPart part, CallContext context)
      throws IOException {
    try {
      return server.speak(call, context).file();
    } catch (VidgenException e) {
      if (!hidesItsCause(e)) {
        throw explained(e, request, part);
      }
    }
    try {
      return server.speak(call, context).file();
    } catch (VidgenException e) {
      throw explained(e, request, part);
    }
  }

  private static boolean hidesItsCause(VidgenException e) {
    return e.failure().message().contains(CoquiErrors.NO_CAUSE);
  }

  private VidgenException explained(VidgenException e, SpeechRequest request, SpokenPart part) {
    var failure = e.failure();
    if (failure.kind() != FailureKind.INVALID_REQUEST || !failure.remedy().isEmpty()) {
      return e;
    }
    return new VidgenException(
        new Failure(
            failure.kind(),
            failure.message(),
            CoquiGuess.remedy(options, request, part.text()),
            failure.context(),
            failure.retryAfter(),
            failure.charged()),
        e.getCause());
  }

  private static WavReader.Sound read(Path file) throws IOException {
    try {
      if (WavSize.isCutShort(file)) {
        throw new IOException("a WAV file that ends before its sound");
      }
      return WavReader.read(file);
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.PROTOCOL,
              "the answer cannot be read: " + e.getMessage(),
              "check that the server answers 16-bit WAV, as a Coqui server does"),
          e);
    }
  }

  private static VidgenException broken(String what, SpokenPart part) {
    return VidgenException.of(
        FailureKind.PROTOCOL,
        what + " to a part of " + part.text().length() + " characters",
        "try another speaker or write the sentence in other words");
  }

  private static void silence(WavWriter wav, Duration time, int rate) throws IOException {
    var zeros = new float[(int) Math.ceil(time.toNanos() * (double) rate / 1e9)];
    wav.write(zeros, zeros.length);
  }
}
