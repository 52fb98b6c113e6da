package io.vidgen.offline.internal.voice;

import io.vidgen.error.Problem;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.spi.Work;
import io.vidgen.subtitle.Sentence;
import io.vidgen.subtitle.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Many languages, spoken by an installed espeak-ng. It runs as a program of its own: its licence
 * (GPL-3.0) stays out of this process.
 */
public final class EspeakSpeechProvider implements SpeechProvider {
  /** Name of the provider. */
  public static final String ID = "espeak-ng";

  private static final int WORDS_PER_MINUTE = 160;

  /** A voice with a variant, such as {@code fr+f3}; nothing that could be taken for an option. */
  private static final Pattern VOICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_+/-]{0,60}");

  private final Path program;
  private final EspeakVersion version;
  private final EspeakVoices voices = new EspeakVoices();
  private final Narrator narrator = new Narrator(false);

  /**
   * A voice.
   *
   * @param program the program
   */
  public EspeakSpeechProvider(Path program) {
    this.program = program.toAbsolutePath();
    this.version = new EspeakVersion(this.program);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return "espeak-ng-1/" + version.get();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder()
        .addLanguages(EspeakLanguages.tags())
        .addFeatures(Capabilities.Feature.WORD_TIMINGS, Capabilities.Feature.LOCAL)
        .quality(25)
        .build();
  }

  @Override
  public List<Voice> voices() {
    return voices.all();
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return voices.usual(language);
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    String voice = request.voice();
    return voice == null || VOICE.matcher(voice).matches()
        ? SpeechChecks.check(request, Set.of(), false)
        : List.of(
            Problem.error(
                "voice", "'" + voice + "' is no name of a voice", "see espeak-ng --voices"));
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return Duration.ofMillis(100 + 2L * request.text().length());
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) this::call;
  }

  private SpeechResult call(SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    SpeechChecks.require(check(request));
    String voice =
        request.voice() == null ? EspeakLanguages.voice(request.language()) : request.voice();
    double pace = request.speed() == null ? 1 : request.speed();
    Path wav = context.workDirectory().resolve("sentence.wav");
    LocalProgram espeak = new LocalProgram(ID, context);
    List<String> command =
        List.of(
            program.toString(),
            "-v",
            voice,
            "-s",
            String.valueOf(Math.round(WORDS_PER_MINUTE * pace)),
            "-b",
            "1",
            "-w",
            wav.toString(),
            "--stdin");
    List<Sentence> sentences = Sentences.split(request.text(), request.language());
    return narrator.narrate(
        request,
        sentences,
        (sentence, call) -> {
          Files.deleteIfExists(wav);
          espeak.run(command, spoken(sentence.text()));
          if (!Files.exists(wav)) {
            throw espeak.failed("made no sound");
          }
          return OutsideSentences.take(sentence, wav);
        },
        context);
  }

  /** Double brackets would be read as the program's own phoneme names. */
  private static String spoken(String text) {
    return text.replace("[[", "[ [") + "\n";
  }
}
