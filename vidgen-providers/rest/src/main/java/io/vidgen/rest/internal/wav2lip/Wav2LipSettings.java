package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.rest.wav2lip.Wav2LipFace;
import io.vidgen.rest.wav2lip.Wav2LipProgram;
import io.vidgen.rest.wav2lip.Wav2LipServer;
import io.vidgen.rest.wav2lip.Wav2LipShape;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProviderConfig;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the settings below {@code vidgen.wav2lip.}; starts and connects to nothing. */
public final class Wav2LipSettings {
  private static final String PREFIX = "vidgen.wav2lip.";
  private static final String DIRECTORY = PREFIX + "directory";
  private static final String URL = PREFIX + "url";
  private static final String VARIABLE = "WAV2LIP_URL";

  /** All that are read here. */
  public static final Set<String> NAMES =
      ProviderSettings.names(
          PREFIX,
          "directory",
          "python",
          "checkpoint",
          "work-directory",
          "arguments",
          "url",
          "allow-http",
          "shape",
          "path",
          "face-part",
          "audio-part",
          "fields",
          "result",
          "result-field",
          "health",
          "pads",
          "resize",
          "smooth",
          "rotate",
          "crop",
          "box",
          "fps",
          "concurrent",
          "parallel",
          "timeout");

  private enum Preset {
    FASTAPI,
    COG
  }

  private final ProviderConfig config;
  private final ProviderSettings settings;

  /**
   * Reads from a configuration.
   *
   * @param config settings
   */
  public Wav2LipSettings(ProviderConfig config) {
    this.config = config;
    this.settings = new ProviderSettings(config);
  }

  /**
   * Whether a directory is named, and not a server.
   *
   * @return true if so
   */
  public boolean isProgram() {
    return config.value(DIRECTORY).isPresent();
  }

  /**
   * Whether one of both ways is complete.
   *
   * @return available, or what is missing
   */
  public Availability availability() {
    if (isProgram() && isServer()) {
      return Availability.missing(
          "both a directory and a server of Wav2Lip are named",
          "leave out " + DIRECTORY + " or " + VARIABLE);
    }
    if (!isProgram()) {
      return isServer()
          ? Availability.available()
          : Availability.missing(
              "no Wav2Lip",
              "set " + DIRECTORY + " to a copy of its repository, or " + VARIABLE + " to a server");
    }
    if (file(DIRECTORY).filter(d -> Files.isRegularFile(d.resolve("inference.py"))).isEmpty()) {
      return Availability.missing(
          DIRECTORY + " holds no inference.py", "set it to a copy of Wav2Lip's repository");
    }
    if (checkpoint().isEmpty()) {
      return Availability.missing(
          "no weights of Wav2Lip", "set " + PREFIX + "checkpoint to wav2lip_gan.pth");
    }
    return python().isPresent()
        ? Availability.available()
        : Availability.missing(
            "no Python for Wav2Lip", "set " + PREFIX + "python to the one with its requirements");
  }

  /**
   * The program; only when it is available.
   *
   * @return the program
   */
  public Wav2LipProgram program() {
    return new Wav2LipProgram(
        file(DIRECTORY).orElseThrow(),
        python().orElseThrow(),
        checkpoint().orElseThrow(),
        file(PREFIX + "work-directory").orElse(null),
        words(settings.text(PREFIX + "arguments", "")),
        parallel(),
        timeout());
  }

  /**
   * The server; only when it is available.
   *
   * @return the server
   */
  public Wav2LipServer server() {
    var url = settings.baseAddress(URL, new ProviderSettings.Variable(VARIABLE)).orElseThrow();
    return new Wav2LipServer(url, shape(), parallel(), timeout());
  }

  /**
   * How faces are looked at.
   *
   * @return the options
   */
  public Wav2LipFace face() {
    var usual = Wav2LipFace.DEFAULT;
    return new Wav2LipFace(
        numbers("pads", usual.pads()),
        settings.integer(PREFIX + "resize", usual.resizeFactor(), 1, 8),
        settings.flag(PREFIX + "smooth", usual.smooth()),
        settings.flag(PREFIX + "rotate", usual.rotate()),
        numbers("crop", usual.crop()),
        numbers("box", usual.box()),
        settings.integer(PREFIX + "fps", usual.fps(), 1, 60));
  }

  private Wav2LipShape shape() {
    var usual =
        settings.choice(PREFIX + "shape", Preset.FASTAPI) == Preset.COG
            ? Wav2LipShape.cog()
            : Wav2LipShape.fastApi();
    return new Wav2LipShape(
        settings.text(PREFIX + "path", usual.path()),
        usual.sending(),
        settings.text(PREFIX + "face-part", usual.facePart()),
        settings.text(PREFIX + "audio-part", usual.audioPart()),
        config.value(PREFIX + "fields").map(this::fields).orElse(usual.fields()),
        settings.choice(PREFIX + "result", usual.result()),
        settings.text(PREFIX + "result-field", usual.resultField()),
        settings.text(PREFIX + "health", usual.healthPath()));
  }

  private Map<String, String> fields(String text) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw wrong("fields", "name=value with commas between");
      }
      fields.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return fields;
  }

  private List<Integer> numbers(String name, List<Integer> otherwise) {
    var text = settings.text(PREFIX + name, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return words(text).stream().map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      throw wrong(name, "four numbers, such as 0 10 0 0");
    }
  }

  private int parallel() {
    return settings.integer(settings.either(PREFIX + "concurrent", PREFIX + "parallel"), 1, 1, 64);
  }

  private Duration timeout() {
    return settings.duration(
        PREFIX + "timeout", Duration.ofMinutes(30), Duration.ofSeconds(1), Duration.ofHours(6));
  }

  private boolean isServer() {
    return config.value(URL).isPresent() || config.environment(VARIABLE).isPresent();
  }

  private Optional<Path> checkpoint() {
    var chosen = file(PREFIX + "checkpoint");
    if (config.value(PREFIX + "checkpoint").isPresent()) {
      return chosen.filter(Files::isRegularFile);
    }
    return file(DIRECTORY).stream()
        .flatMap(
            d -> Stream.of("wav2lip_gan.pth", "wav2lip.pth").map(d.resolve("checkpoints")::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Optional<Path> python() {
    return LocalPrograms.find(config, PREFIX + "python", "python3", "python");
  }

  private Optional<Path> file(String name) {
    return config.value(name).map(String::strip).flatMap(Wav2LipSettings::path);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static VidgenException wrong(String name, String allowed) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + PREFIX + name + " makes no sense",
        "set it to " + allowed);
  }
}
