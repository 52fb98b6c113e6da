package io.vidgen.sandbox.internal.media;

import io.vidgen.model.WordTiming;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes videos of a character in a place that speaks, and goes on with those it made. */
public interface SceneClips {
  /** Pictures in a second. */
  int RATE = 24;

  /**
   * What somebody says.
   *
   * @param voice any name; each has its own pitch
   * @param text not blank
   */
  record Line(String voice, String text) {}

  /**
   * What to make.
   *
   * @param scene any text; each has a place of its own
   * @param width pixels, even
   * @param height pixels, even
   * @param seconds whole seconds
   * @param sound whether there is a sound track
   * @param language BCP 47 tag of the lines
   * @param lines one after the other
   * @param signatures colours, 0xRRGGBB: of the character, then of whatever else it shows
   * @param first a picture that the video begins with, or null
   * @param last a picture that it ends with, or null; only with {@code first}
   * @param before the clip that this one goes on with, of the same size, or null
   */
  record Order(
      String scene,
      int width,
      int height,
      int seconds,
      boolean sound,
      String language,
      List<Line> lines,
      List<Integer> signatures,
      @Nullable Path first,
      @Nullable Path last,
      @Nullable Clip before) {

    /** Copies the lists. */
    public Order {
      lines = List.copyOf(lines);
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * One piece of a clip, without anything else.
   *
   * @param picture MP4 without sound
   * @param sound WAV, null without sound
   */
  record Piece(Path picture, @Nullable Path sound) {}

  /**
   * A video from its very beginning.
   *
   * @param file MP4, H.264 at 24 fps and AAC at 48 kHz
   * @param width pixels
   * @param height pixels
   * @param seconds of the whole
   * @param signatures colours, 0xRRGGBB: of the character, then of whatever else it shows
   * @param words what is said, with times from the very beginning
   * @param pieces what it was joined from
   */
  record Clip(
      Path file,
      int width,
      int height,
      int seconds,
      List<Integer> signatures,
      List<WordTiming> words,
      List<Piece> pieces) {

    /** Copies the lists. */
    public Clip {
      signatures = List.copyOf(signatures);
      words = List.copyOf(words);
      pieces = List.copyOf(pieces);
    }
  }

  /** Makes it off the calling thread. Equal orders by content are made once. */
  CompletableFuture<Clip> start(Order order);
}
