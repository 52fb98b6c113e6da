package io.vidgen.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.job.Render;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of a render, in the directory of a pipeline. */
final class RenderFolder {
  private final Path folder;

  private RenderFolder(Path folder) {
    this.folder = folder;
  }

  static RenderFolder newest(Path directory) throws IOException {
    try (var files = Files.walk(directory.resolve("videos"))) {
      return new RenderFolder(
          files
              .filter(file -> file.endsWith(Render.MANIFEST))
              .max(Comparator.comparing(file -> file.toFile().lastModified()))
              .map(Path::getParent)
              .orElseThrow());
    }
  }

  JsonNode manifest() throws IOException {
    return json(Render.MANIFEST);
  }

  List<Word> words() throws IOException {
    var words = new ArrayList<Word>();
    for (var node : json(Render.WORDS).path("words")) {
      words.add(
          new Word(
              node.path("text").asText(),
              node.path("start").asDouble(),
              node.path("end").asDouble(),
              node.path("source").asText()));
    }
    return words;
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).toFile());
  }

  /** A word, with seconds from the start of the video. */
  record Word(String text, double start, double end, String source) {
    double length() {
      return end - start;
    }

    double middle() {
      return (start + end) / 2;
    }
  }

  /** How many of some words are highlighted while they are spoken; four are looked at. */
  static long highlighted(FfmpegComposer composer, Path video, List<Word> words)
      throws IOException, InterruptedException {
    var frames = new VideoFrames(composer, video);
    long found = 0;
    for (int i = 0; i < 4; i++) {
      var word = words.get(i * (words.size() - 1) / 3);
      found += frames.highlight(word.middle()).isPresent() ? 1 : 0;
    }
    return found;
  }
}
