package io.vidgen.sandbox.internal.media;

import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.internal.speech.SpeechRegister;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Draws a place and a character, lets ffmpeg move and encode them, and joins clips without encoding
 * their pictures again.
 */
public final class DrawnClips implements SceneClips {
  private static final double FASTEST = 2;

  private final FfmpegTool ffmpeg;
  private final MediaCache cache;
  private final MediaThreads threads;
  private final Voices voices;
  private final SpeechRegister register;

  /** Draws nothing yet. */
  public DrawnClips(
      FfmpegTool ffmpeg,
      MediaCache cache,
      MediaThreads threads,
      Voices voices,
      SpeechRegister register) {
    this.ffmpeg = ffmpeg;
    this.cache = cache;
    this.threads = threads;
    this.voices = voices;
    this.register = register;
  }

  @Override
  public CompletableFuture<Clip> start(Order order) {
    return speak(order, 1)
        .thenCompose(
            sound ->
                sound.haste() == 1
                    ? CompletableFuture.completedFuture(sound)
                    : speak(order, Math.min(FASTEST, sound.haste())))
        .thenCompose(sound -> threads.submit(() -> make(order, sound)));
  }

  private CompletableFuture<Soundtrack> speak(Order order, double speed) {
    var lines =
        order.sound()
            ? order.lines().stream()
                .map(l -> new Voices.Order(l.text(), order.language(), l.voice(), speed))
                .map(voices::start)
                .toList()
            : List.<CompletableFuture<Recording>>of();
    return CompletableFuture.allOf(lines.toArray(new CompletableFuture<?>[0]))
        .thenApply(
            done ->
                new Soundtrack(
                    lines.stream().map(CompletableFuture::join).toList(), order.seconds()));
  }

  private Clip make(Order order, Soundtrack sound) throws IOException, InterruptedException {
    var before = order.before();
    var pieces = new ArrayList<Piece>();
    var start = Duration.ZERO;
    int seconds = order.seconds();
    var words = new ArrayList<WordTiming>();
    if (before != null) {
      pieces.addAll(before.pieces());
      start = Duration.ofSeconds(before.seconds());
      seconds += before.seconds();
      words.addAll(before.words());
    }
    pieces.add(piece(order, sound));
    words.addAll(sound.words(start));
    var key = pieces.stream().map(p -> p.picture() + "+" + p.sound()).collect(Collectors.joining());
    var file =
        cache.get(
            key,
            "mp4",
            made -> {
              join(pieces, made);
              if (!words.isEmpty()) {
                register.register(made, words, order.language());
              }
            });
    return new Clip(
        file, order.width(), order.height(), seconds, order.signatures(), words, pieces);
  }

  private Piece piece(Order order, Soundtrack sound) throws IOException, InterruptedException {
    var motion = new ClipMotion(order);
    var key = "scene " + motion.key();
    var picture = cache.get(key, "mp4", file -> encode(motion, file));
    if (!order.sound()) {
      return new Piece(picture, null);
    }
    var spoken = sound.speech().stream().map(r -> r.wav().toString()).toList();
    var track =
        cache.get(
            "track " + order.scene() + order.seconds() + spoken,
            "wav",
            file -> sound.write(file, order.scene().hashCode()));
    return new Piece(picture, track);
  }

  private void encode(ClipMotion motion, Path file) throws IOException, InterruptedException {
    var place = cache.fresh("png");
    var figure = cache.fresh("png");
    var patches = cache.fresh("png");
    try {
      write(motion.place(), place);
      write(motion.figure(), figure);
      if (motion.hasPatches()) {
        write(motion.patches(), patches);
      }
      ffmpeg.run(motion.arguments(place, figure, patches, file), null);
    } finally {
      Files.deleteIfExists(place);
      Files.deleteIfExists(figure);
      Files.deleteIfExists(patches);
    }
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this JDK writes no PNG");
    }
  }

  /** Pictures are copied; the sound is encoded anew so that nothing is heard at the joints. */
  private void join(List<Piece> pieces, Path file) throws IOException, InterruptedException {
    var pictures = list(pieces.stream().map(Piece::picture).toList());
    var arguments = new ArrayList<String>();
    Path sounds = null;
    try {
      arguments.addAll(List.of("-f", "concat", "-safe", "0", "-i", pictures.toString()));
      var sound = pieces.stream().map(Piece::sound).flatMap(Stream::ofNullable).toList();
      if (!sound.isEmpty()) {
        sounds = list(sound);
        arguments.addAll(List.of("-f", "concat", "-safe", "0", "-i", sounds.toString()));
      }
      arguments.addAll(List.of("-map", "0:v", "-c:v", "copy", "-movflags", "+faststart"));
      if (!sound.isEmpty()) {
        arguments.addAll(List.of("-map", "1:a", "-c:a", "aac", "-aac_coder", "fast"));
        arguments.addAll(List.of("-ac", "2", "-ar", "48000", "-b:a", "128k"));
      }
      arguments.add(file.toString());
      ffmpeg.run(arguments, null);
    } finally {
      Files.deleteIfExists(pictures);
      if (sounds != null) {
        Files.deleteIfExists(sounds);
      }
    }
  }

  private Path list(List<Path> files) throws IOException {
    var text = new StringBuilder("ffconcat version 1.0\n");
    for (Path file : files) {
      text.append("file '").append(file.toAbsolutePath().toString().replace('\\', '/'));
      text.append("'\n");
    }
    return Files.writeString(cache.fresh("txt"), text);
  }
}
