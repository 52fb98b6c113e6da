package io.vidgen.offline.internal.picture;

import io.vidgen.model.VideoFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a picture for a prompt. The words choose what is seen and in which light; their hash
 * chooses everything else, so that the same request gives the same picture. No fonts are used: it
 * works in a container that has none.
 */
final class Storyboard {
  private static final Motif[] ANY = {
    Motif.WAVES, Motif.TUNNEL, Motif.FLOW, Motif.MOUNTAINS, Motif.SEA, Motif.ROAD, Motif.LANTERNS
  };

  private final Lexicon lexicon = Lexicon.load();

  /**
   * What decides a picture.
   *
   * @param prompt what is seen
   * @param style what all pictures of a video share, may be empty
   * @param format its size
   * @param seed chance of its own, 0 for none
   */
  record Order(String prompt, String style, VideoFormat format, long seed) {}

  /** Called between strips; may throw to stop. */
  @FunctionalInterface
  interface Watch {
    void at(double fraction) throws InterruptedException;
  }

  /** Draws a picture into a PNG file. */
  void draw(Order order, @Nullable BufferedImage portrait, Path file, Watch watch)
      throws IOException, InterruptedException {
    int width = order.format().width();
    int height = order.format().height();
    Dice dice = new Dice(Dice.hash(order.prompt()) ^ Dice.mix(order.seed()));
    Motif motif = lexicon.motif(order.prompt()).orElseGet(() -> ANY[dice.below(ANY.length)]);
    Palette palette = palette(order, motif, dice);
    Stage stage = new Stage(width, height, palette, dice.next());
    stage.person(portrait == null && lexicon.person(order.prompt()));
    motif.set(stage);
    if (portrait != null) {
      PortraitLayer.hang(stage, portrait);
    }
    Grade grade = new Grade(width, height, palette, Dice.hash(order.style()));
    Strip strip = new Strip(width);
    byte[] rgb = new byte[3 * width * Strip.ROWS];
    List<Layer> layers = stage.layers();
    try (PngWriter png = new PngWriter(file, width, height)) {
      for (int top = 0; top < height; top += Strip.ROWS) {
        watch.at(top / (double) height);
        strip.begin(top, Math.min(Strip.ROWS, height - top));
        for (Layer layer : layers) {
          layer.paint(strip);
        }
        grade.finish(strip, rgb);
        for (int y = 0; y < strip.rows; y++) {
          png.row(rgb, 3 * y * width);
        }
      }
    }
  }

  /** Light from the words, hue and strength from the style, a little of both from chance. */
  private Palette palette(Order order, Motif motif, Dice dice) {
    Tone tone =
        lexicon
            .tone(order.prompt())
            .or(() -> lexicon.tone(order.style()))
            .orElseGet(() -> motif.tone(dice));
    Dice family = new Dice(Dice.hash(order.style()));
    boolean styled = !order.style().isBlank();
    double turn = styled ? family.range(-11, 11) : 0;
    double chroma = styled ? family.range(0.88, 1.12) : 1;
    return tone.palette().turned(turn + dice.range(-6, 6), chroma, dice.range(0.97, 1.03));
  }
}
