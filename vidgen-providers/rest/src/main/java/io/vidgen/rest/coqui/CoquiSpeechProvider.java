package io.vidgen.rest.coqui;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.coqui.CoquiCalls;
import io.vidgen.rest.internal.coqui.CoquiNarration;
import io.vidgen.rest.internal.coqui.CoquiServer;
import io.vidgen.rest.internal.coqui.PartLimits;
import io.vidgen.rest.internal.http.NothingSent;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.spi.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Speech by a Coqui TTS server of the user's own: free, without a key. A text is spoken sentence by
 * sentence, one call each; the silence that the server appends to each is cut, their loudness,
 * which the server makes differ, is evened, and they are joined with natural pauses into one 16-bit
 * WAV. The server tells no word times. Safe for use by several threads.
 *
 * <p>A request's voice is the name of a speaker, or {@code wav:} and the path of a recording <em>on
 * the server</em> whose voice is cloned.
 */
public final class CoquiSpeechProvider implements SpeechProvider {
  /** Name of the provider. */
  public static final String ID = "coqui";

  private static final FailureContext PLACE = new FailureContext(null, ID, 0, null, 0);
  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2.0;

  private final CoquiOptions options;
  private final CoquiServer server;
  private final Capabilities capabilities;
  private final Voice voice;

  /**
   * A voice; connects to nothing.
   *
   * @param options how the server is used
   */
  public CoquiSpeechProvider(CoquiOptions options) {
    this.options = options;
    this.server = new CoquiServer(options);
    this.capabilities = capabilities(options);
    this.voice = voice(options);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return CoquiServer.identity(options);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** {@inheritDoc} Only that of the options: which others a server has, it must be asked. */
  @Override
  public List<Voice> voices() {
    return List.of(voice);
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return Optional.of(voice);
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    var problems = new ArrayList<Problem>();
    var speed = request.speed();
    if (speed != null && !(speed >= SLOWEST && speed <= FASTEST)) {
      problems.add(Problem.error("speed", "is " + speed, "use 0.5 to 2.0"));
    } else if (speed != null && speed != 1 && options.route() == CoquiRoute.TTS) {
      problems.add(
          Problem.warning(
              "speed",
              "a Coqui server is not told a speed by /api/tts, so the voice keeps its own pace",
              "with the idiap fork set vidgen.coqui.route to openai, or leave the speed out"));
    }
    if (request.voice() != null && request.voice().isBlank()) {
      problems.add(Problem.error("voice", "is blank", "name a speaker or leave it out"));
    }
    if (request.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      problems.add(Problem.error("text", "has no word that can be spoken", "write a sentence"));
    }
    return problems;
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return Duration.ofMillis(500 + 60L * request.text().length());
  }

  /** {@inheritDoc} Each part may wait for a place as long as it may take. */
  @Override
  public Duration callLimit(SpeechRequest request) {
    long parts = Math.max(1, CoquiNarration.count(options, request));
    return options.timeout().multipliedBy(2 * parts).plusMinutes(1);
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) this::call;
  }

  private SpeechResult call(SpeechRequest request, CallContext context)
      throws InterruptedException {
    try {
      return new CoquiNarration(options, server).speak(request, check(request), context);
    } catch (VidgenException e) {
      throw e.in(PLACE);
    } catch (IOException e) {
      throw NothingSent.because(e).in(PLACE);
    }
  }

  private static Voice voice(CoquiOptions options) {
    var speaker = options.speaker();
    var name = speaker == null || speaker.isBlank() ? CoquiCalls.OWN : speaker;
    return Voice.of(name, options.gender());
  }

  private static Capabilities capabilities(CoquiOptions options) {
    var able = Capabilities.builder().quality(PartLimits.isXtts(options.model()) ? 75 : 55);
    able.addLanguages(options.languages().toArray(String[]::new));
    if (options.languages().isEmpty()) {
      if (isFixed(options.language())) {
        able.addLanguages(
            Locale.forLanguageTag(options.language().replace('_', '-')).getLanguage());
      } else if (PartLimits.isXtts(options.model())) {
        able.addLanguages(PartLimits.xttsLanguages().toArray(String[]::new));
      }
    }
    return able.build();
  }

  private static boolean isFixed(String language) {
    return !language.equals(CoquiOptions.AUTO) && !language.equals(CoquiOptions.NONE);
  }
}
