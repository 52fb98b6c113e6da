package io.vidgen.offline.internal.voice;

import io.vidgen.error.Problem;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.spi.Work;
import io.vidgen.subtitle.Sentence;
import io.vidgen.subtitle.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Speech by an installed piper and a voice model of the user's. One process speaks all sentences,
 * as loading the model takes longer than speaking.
 */
public final class PiperSpeechProvider implements SpeechProvider {
  /** Name of the provider. */
  public static final String ID = "piper";

  /** The only one of most models, which take no number then; of the others the usual one. */
  private static final String FIRST_SPEAKER = "0";

  private final Path program;
  private final Path model;
  private final PiperIdentity identity;
  private final Capabilities capabilities;
  private final Voice voice;
  private final Narrator narrator = new Narrator(false);

  /**
   * A voice.
   *
   * @param program the program
   * @param model the voice, a file {@code x.onnx} with {@code x.onnx.json} beside it
   * @param gender how it sounds; of a model with several speakers, the first of them
   */
  public PiperSpeechProvider(Path program, Path model, VoiceGender gender) {
    this.program = program.toAbsolutePath();
    this.model = model.toAbsolutePath();
    this.identity = new PiperIdentity(this.model);
    Capabilities.Builder able =
        Capabilities.builder()
            .addFeatures(Capabilities.Feature.WORD_TIMINGS, Capabilities.Feature.LOCAL)
            .quality(60);
    PiperModel.language(model).ifPresent(able::addLanguages);
    this.capabilities = able.build();
    this.voice = new Voice(FIRST_SPEAKER, name(model), gender, capabilities.languages());
  }

  private static String name(Path model) {
    String file = String.valueOf(model.getFileName());
    return file.endsWith(".onnx") ? file.substring(0, file.length() - ".onnx".length()) : file;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return "piper-1/" + model.getFileName() + "/" + identity.get();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public List<Voice> voices() {
    return List.of(voice);
  }

  @Override
  public Optional<Voice> defaultVoice(Locale language) {
    return Optional.of(voice).filter(own -> own.speaks(language));
  }

  @Override
  public List<Problem> check(SpeechRequest request) {
    String voice = request.voice();
    return voice == null || voice.matches("[0-9]{1,4}")
        ? SpeechChecks.check(request, Set.of(), false)
        : List.of(
            Problem.error(
                "voice", "'" + voice + "' is no speaker of the model", "use a number, such as 0"));
  }

  @Override
  public Duration expectedTime(SpeechRequest request) {
    return Duration.ofMillis(1500 + 20L * request.text().length());
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) this::call;
  }

  private SpeechResult call(SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    SpeechChecks.require(check(request));
    List<Sentence> sentences = Sentences.split(request.text(), request.language());
    Path directory = context.workDirectory();
    List<Path> sounds = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      Path sound = directory.resolve("sentence-" + i + ".wav");
      sounds.add(sound);
      input
          .append("{\"text\":")
          .append(PiperModel.quoted(sentences.get(i).text()))
          .append(",\"output_file\":")
          .append(PiperModel.quoted(sound.toString()));
      if (request.voice() != null && !request.voice().equals(FIRST_SPEAKER)) {
        input.append(",\"speaker_id\":").append(Integer.parseInt(request.voice()));
      }
      input.append("}\n");
    }
    double pace = request.speed() == null ? 1 : request.speed();
    LocalProgram piper = new LocalProgram(ID, context);
    piper.run(
        List.of(
            program.toString(),
            "--model",
            model.toString(),
            "--json-input",
            "--length_scale",
            String.format(Locale.ROOT, "%.3f", 1 / pace),
            "--sentence_silence",
            "0",
            "--quiet"),
        input.toString());
    var next = sounds.iterator();
    return narrator.narrate(
        request,
        sentences,
        (sentence, call) -> {
          Path sound = next.next();
          if (!Files.exists(sound)) {
            throw piper.failed("made no sound for: " + sentence.text());
          }
          return OutsideSentences.take(sentence, sound);
        },
        context);
  }
}
