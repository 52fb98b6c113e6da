package io.vidgen.sandbox.internal.media;

import io.vidgen.audio.WavReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Draws a mouth over a face and lets ffmpeg encode it. */
public final class DrawnHeads implements TalkingHeads {
  private final FfmpegTool ffmpeg;
  private final MediaCache cache;
  private final MediaThreads threads;

  /** Draws nothing yet. */
  public DrawnHeads(FfmpegTool ffmpeg, MediaCache cache, MediaThreads threads) {
    this.ffmpeg = ffmpeg;
    this.cache = cache;
    this.threads = threads;
  }

  @Override
  public CompletableFuture<Path> start(Order order) {
    return threads.submit(() -> make(order));
  }

  private Path make(Order order) throws IOException, InterruptedException {
    var face = order.face() == null ? presenter(order) : order.face();
    var key =
        String.join(
            " ",
            MediaCache.digest(face),
            MediaCache.digest(order.audio()),
            order.width() + "x" + order.height(),
            order.extension());
    return cache.get(key, order.extension(), file -> encode(face, order, file));
  }

  private Path presenter(Order order) throws IOException, InterruptedException {
    var size = order.width() + "x" + order.height();
    return cache.get(
        "presenter " + size,
        "png",
        file -> Presenter.draw("presenter", order.width(), order.height(), file));
  }

  private void encode(Path face, Order order, Path file) throws IOException, InterruptedException {
    var sound = WavReader.read(ffmpeg.decode(order.audio()));
    double seconds = sound.samples().length / (double) sound.rate();
    int frames = Math.max(1, (int) Math.round(seconds * Mouth.RATE));
    var mouth = new Mouth(even(order.width() * 0.20), even(order.height() * 0.14));
    var arguments = new ArrayList<String>();
    boolean still = PictureFile.extension(face).isPresent();
    if (!still) {
      arguments.addAll(List.of("-stream_loop", "-1"));
    }
    arguments.addAll(List.of(FfmpegTool.LOCAL_ONLY, "file,pipe", "-i", face.toString()));
    arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgba"));
    arguments.addAll(List.of("-s", mouth.width() + "x" + mouth.height()));
    arguments.addAll(List.of("-r", String.valueOf(Mouth.RATE), "-i", "pipe:0"));
    arguments.addAll(List.of("-i", order.audio().toString()));
    arguments.addAll(List.of("-filter_complex", graph(order, mouth, still)));
    arguments.addAll(List.of("-map", "[v]", "-map", "2:a:0"));
    arguments.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", seconds)));
    arguments.addAll(codecs(order.extension()));
    arguments.add(file.toString());
    ffmpeg.run(arguments, out -> mouth.write(sound, frames, out));
  }

  private static String graph(Order order, Mouth mouth, boolean still) {
    return String.format(
        Locale.ROOT,
        "[0:v]scale=%1$d:%2$d:force_original_aspect_ratio=increase,crop=%1$d:%2$d,setsar=1,"
            + "format=yuv420p,%3$s[face];[face][1:v]overlay=x=%4$d:y=%5$d:shortest=1,"
            + "format=yuv420p[v]",
        order.width(),
        order.height(),
        still
            ? "loop=loop=-1:size=1:start=0,setpts=N/(" + Mouth.RATE + "*TB)"
            : "fps=" + Mouth.RATE,
        (order.width() - mouth.width()) / 2,
        (int) (order.height() * 0.58));
  }

  private static List<String> codecs(String extension) {
    return switch (extension) {
      case "webm" ->
          List.of(
              "-c:v",
              "libvpx",
              "-deadline",
              "realtime",
              "-cpu-used",
              "8",
              "-b:v",
              "600k",
              "-c:a",
              "libopus",
              "-b:a",
              "64k");
      default ->
          List.of(
              "-c:v",
              "libx264",
              "-preset",
              "ultrafast",
              "-crf",
              "26",
              "-g",
              "50",
              "-threads",
              "1",
              "-c:a",
              "aac",
              "-b:a",
              "96k",
              "-movflags",
              "+faststart");
    };
  }

  private static int even(double value) {
    return Math.max(2, (int) value / 2 * 2);
  }
}
