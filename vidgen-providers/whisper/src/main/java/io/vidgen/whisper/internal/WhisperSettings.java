package io.vidgen.whisper.internal;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProviderConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param program whisper.cpp's program
 * @param model a ggml file
 * @param header what the model says of itself
 * @param threads threads of the program
 * @param attention whether times may be read from the model's attention
 */
public record WhisperSettings(
    Path program, Path model, ModelHeader header, int threads, boolean attention) {
  /** Setting that names the program. */
  public static final String PROGRAM = "vidgen.whisper.program";

  /** Setting that names the model. */
  public static final String MODEL = "vidgen.whisper.model";

  /** Setting of threads. */
  public static final String THREADS = "vidgen.whisper.threads";

  /** Setting of where times come from. */
  public static final String DTW = "vidgen.whisper.dtw";

  private static final int MOST_THREADS = 256;

  /** More do not make it faster: memory is what it waits for. */
  private static final int USUAL_THREADS = 8;

  private static final String PROGRAM_REMEDY =
      "get whisper.cpp 1.5.0 or later (https://github.com/ggml-org/whisper.cpp/releases, Homebrew's"
          + " whisper-cpp, or build it) and put whisper-cli on the PATH or set "
          + PROGRAM;
  private static final String MODEL_REMEDY =
      "download ggml-base.bin (142 MiB) from"
          + " https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.bin to %s, or set "
          + MODEL
          + " to a ggml-*.bin file";

  /** Something that is not there. */
  private record Lack(String what, String remedy) {}

  /** Whether program and model are there; starts nothing. */
  public static Availability availability(ProviderConfig config) {
    var lacks = new ArrayList<Lack>();
    program(config, lacks);
    model(config, lacks);
    return lacks.isEmpty()
        ? Availability.available()
        : Availability.missing(whats(lacks), remedies(lacks));
  }

  /**
   * Reads the settings; starts nothing.
   *
   * @throws VidgenException if something is missing or makes no sense
   */
  public static WhisperSettings of(ProviderConfig config) {
    var lacks = new ArrayList<Lack>();
    var program = program(config, lacks);
    var model = model(config, lacks);
    if (program.isEmpty() || model.isEmpty()) {
      throw VidgenException.of(FailureKind.INVALID_REQUEST, whats(lacks), remedies(lacks));
    }
    var chosen = model.get();
    return new WhisperSettings(
        program.get(), chosen.file(), chosen.header(), threads(config), attention(config));
  }

  /** A model that was looked at. */
  private record Found(Path file, ModelHeader header) {}

  /**
   * {@code main}, its name of old, is taken when it is set, never from the PATH: others have it.
   */
  private static Optional<Path> program(ProviderConfig config, List<Lack> lacks) {
    var found = LocalPrograms.find(config, PROGRAM, "whisper-cli", "whisper-cpp");
    if (found.isEmpty()) {
      lacks.add(
          new Lack(
              config
                  .value(PROGRAM)
                  .map(path -> PROGRAM + " is no program: " + path)
                  .orElse("whisper-cli is not on the PATH"),
              PROGRAM_REMEDY));
    }
    return found;
  }

  private static Optional<Found> model(ProviderConfig config, List<Lack> lacks) {
    var places = new ModelPlaces(config);
    var named = ModelPlaces.named(config);
    var file = named.isPresent() ? named.flatMap(ModelPlaces::path) : places.usual();
    var usual = places.directory().map(place -> place.resolve("ggml-base.bin").toString());
    var remedy = MODEL_REMEDY.replace("%s", usual.orElse("a place of your choice"));
    if (file.isEmpty()) {
      var where = places.directory().map(place -> ", and none is in " + place).orElse("");
      lacks.add(
          new Lack(
              named
                  .map(text -> MODEL + " is no path: " + text)
                  .orElse("no model is set by " + MODEL + where),
              remedy));
      return Optional.empty();
    }
    try {
      return Optional.of(new Found(file.get(), ModelHeader.read(file.get())));
    } catch (IOException e) {
      var name = named.isPresent() ? MODEL + ", " + file.get() : file.get().toString();
      lacks.add(new Lack(name + ", cannot be used: " + reason(e), remedy));
      return Optional.empty();
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "it is not there"
        : String.valueOf(e.getMessage());
  }

  private static int threads(ProviderConfig config) {
    var text = config.value(THREADS).map(String::strip);
    if (text.isEmpty()) {
      return Math.min(USUAL_THREADS, Runtime.getRuntime().availableProcessors());
    }
    if (text.get().matches("[0-9]{1,3}")) {
      int threads = Integer.parseInt(text.get());
      if (threads >= 1 && threads <= MOST_THREADS) {
        return threads;
      }
    }
    throw senseless(THREADS, text.get(), "set it to 1 to " + MOST_THREADS);
  }

  private static boolean attention(ProviderConfig config) {
    var text = config.value(DTW).map(String::strip).orElse("auto");
    return switch (text) {
      case "auto" -> true;
      case "off" -> false;
      default -> throw senseless(DTW, text, "set it to auto or off");
    };
  }

  private static VidgenException senseless(String name, String value, String remedy) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST, "setting " + name + " is \"" + value + "\"", remedy);
  }

  private static String whats(List<Lack> lacks) {
    return String.join("; ", lacks.stream().map(Lack::what).toList());
  }

  private static String remedies(List<Lack> lacks) {
    return String.join("; ", lacks.stream().map(Lack::remedy).toList());
  }
}
