package io.vidgen.testkit.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The files of a recording: {@code 0001.json}, {@code 0001-request.bin}, {@code 0001-answer.bin}.
 */
final class Recording {
  private static final Pattern ENTRY = Pattern.compile("[0-9]{4,}\\.json");

  private final Path directory;

  private Recording(Path directory) {
    this.directory = directory;
  }

  /**
   * A new one.
   *
   * @throws IOException if there is one already: two runs in one directory could not be told apart
   */
  static Recording create(Path directory) throws IOException {
    Files.createDirectories(directory);
    var recording = new Recording(directory);
    if (!recording.files().isEmpty()) {
      throw new IOException(directory + " holds a recording: delete it, or name another directory");
    }
    return recording;
  }

  /**
   * One that is there.
   *
   * @throws IOException if there is none
   */
  static Recording open(Path directory) throws IOException {
    var recording = new Recording(directory);
    if (!Files.isDirectory(directory) || recording.files().isEmpty()) {
      throw new IOException(directory + " holds no recording");
    }
    return recording;
  }

  Path requestBody(int number) {
    return directory.resolve(name(number) + "-request.bin");
  }

  Path answerBody(int number) {
    return directory.resolve(name(number) + "-answer.bin");
  }

  /** Written last and whole, so that a recording never holds half an exchange. */
  void add(Recorded recorded) throws IOException {
    var file = directory.resolve(name(recorded.number()) + ".json");
    var part =
        Files.writeString(file.resolveSibling(file.getFileName() + ".part"), recorded.toJson());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  List<Recorded> all() throws IOException {
    var all = new ArrayList<Recorded>();
    for (var file : files()) {
      var json =
          JsonTexts.read(Files.readString(file))
              .orElseThrow(() -> new IOException(file + " is no JSON"));
      all.add(Recorded.ofJson(json));
    }
    all.sort(Comparator.comparingInt(Recorded::number));
    return all;
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(f -> ENTRY.matcher(f.getFileName().toString()).matches()).toList();
    }
  }

  static String name(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }
}
