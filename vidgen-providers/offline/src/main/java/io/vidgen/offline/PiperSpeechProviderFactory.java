package io.vidgen.offline;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.offline.internal.voice.PiperModel;
import io.vidgen.offline.internal.voice.PiperSpeechProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import io.vidgen.spi.VoiceGender;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Narration by an installed piper and a voice model of yours: id {@code piper}. {@code
 * vidgen.offline.piper.model} names the model, a file {@code x.onnx} with {@code x.onnx.json}
 * beside it; the program is looked for on the {@code PATH}, or where {@code vidgen.offline.piper}
 * says. With a model it is preferred to the other local voices. Word times are interpolated inside
 * each sentence. A voice is the number of a speaker. {@code vidgen.offline.piper.gender} ({@code
 * female}, {@code male} or {@code neutral}) lets it stand in for voices of other providers, and
 * others for it.
 */
public final class PiperSpeechProviderFactory implements SpeechProviderFactory {
  private static final String PROGRAM = "vidgen.offline.piper";
  private static final String MODEL = "vidgen.offline.piper.model";
  private static final String GENDER = "vidgen.offline.piper.gender";
  private static final String REMEDY =
      "install piper or set " + PROGRAM + ", and set " + MODEL + " to the .onnx file of a voice";

  /** For {@link java.util.ServiceLoader}. */
  public PiperSpeechProviderFactory() {}

  @Override
  public String id() {
    return PiperSpeechProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    List<String> missing = missing(config);
    return missing.isEmpty()
        ? Availability.available()
        : Availability.missing(String.join(" and ", missing), REMEDY);
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    Optional<Path> program = program(config);
    Optional<Path> model = model(config);
    if (program.isEmpty() || model.isEmpty()) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST, String.join(" and ", missing(config)), REMEDY);
    }
    return new PiperSpeechProvider(program.get(), model.get(), gender(config));
  }

  private static VoiceGender gender(ProviderConfig config) {
    String text = config.value(GENDER).map(String::strip).orElse("");
    try {
      return text.isEmpty()
          ? VoiceGender.UNKNOWN
          : VoiceGender.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting " + GENDER + " is \"" + text + "\"",
          "set it to female, male or neutral");
    }
  }

  @Override
  public int rank() {
    return -5;
  }

  private static List<String> missing(ProviderConfig config) {
    List<String> missing = new ArrayList<>();
    if (program(config).isEmpty()) {
      missing.add(
          config
              .value(PROGRAM)
              .map(path -> PROGRAM + " is no program: " + path)
              .orElse("piper is not on the PATH"));
    }
    if (model(config).isEmpty()) {
      missing.add(
          config
              .value(MODEL)
              .map(path -> MODEL + " is no .onnx file with its .onnx.json: " + path)
              .orElse("no voice model is given"));
    }
    return missing;
  }

  private static Optional<Path> program(ProviderConfig config) {
    return LocalPrograms.find(config, PROGRAM, PiperSpeechProvider.ID);
  }

  private static Optional<Path> model(ProviderConfig config) {
    return config
        .value(MODEL)
        .flatMap(PiperSpeechProviderFactory::path)
        .filter(
            file -> Files.isRegularFile(file) && Files.isRegularFile(PiperModel.description(file)))
        .map(Path::toAbsolutePath);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Set.of(PROGRAM, MODEL, GENDER));
  }
}
