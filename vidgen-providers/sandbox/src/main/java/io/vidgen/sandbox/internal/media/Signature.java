package io.vidgen.sandbox.internal.media;

import static java.util.Comparator.comparingInt;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** The colour by which a drawn character can be told from others, in pictures and in videos. */
public final class Signature {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int HUES = 24;
  private static final float STRENGTH = 0.85f;
  private static final double STRONG = 0.5;
  private static final double BRIGHT = 0.25;
  private static final double LEAST_SHARE = 0.02;
  private static final double LEAST_OF_MANY = 0.005;

  /** So many pixels in each direction are looked at. */
  private static final int GRID = 120;

  private Signature() {}

  /** Colour of a name, 0xRRGGBB. */
  public static int of(String name) {
    var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var crc = new CRC32();
    crc.update(NO_LETTERS.matcher(plain).replaceAll("").getBytes(StandardCharsets.UTF_8));
    float hue = (crc.getValue() % HUES) / (float) HUES;
    return Color.HSBtoRGB(hue, STRENGTH, STRENGTH) & 0xFFFFFF;
  }

  /** The strong colour that covers most of a picture; empty when there is none to speak of. */
  public static OptionalInt in(BufferedImage picture) {
    return strong(picture, LEAST_SHARE).stream().mapToInt(Integer::intValue).findFirst();
  }

  /** All strong colours that cover a part of a picture, the largest first. */
  public static List<Integer> all(BufferedImage picture) {
    return strong(picture, LEAST_OF_MANY);
  }

  private static List<Integer> strong(BufferedImage picture, double share) {
    var counts = new int[HUES];
    var sums = new long[HUES][3];
    int stepX = Math.max(1, picture.getWidth() / GRID);
    int stepY = Math.max(1, picture.getHeight() / GRID);
    int seen = 0;
    for (int y = 0; y < picture.getHeight(); y += stepY) {
      for (int x = 0; x < picture.getWidth(); x += stepX) {
        seen++;
        add(picture.getRGB(x, y), counts, sums);
      }
    }
    var found = new ArrayList<Integer>();
    var bins = IntStream.range(0, HUES).boxed().sorted(comparingInt(i -> -counts[i])).toList();
    for (int i : bins) {
      if (counts[i] > 0 && counts[i] >= share * seen) {
        int colour = mean(sums[i], counts[i]);
        if (found.stream().noneMatch(other -> isSameHue(other, colour))) {
          found.add(colour);
        }
      }
    }
    return List.copyOf(found);
  }

  /** A colour between two of the hues is counted as both. */
  private static boolean isSameHue(int one, int other) {
    float difference = Math.abs(hue(one) - hue(other));
    return Math.min(difference, 1 - difference) < 0.5f / HUES;
  }

  private static float hue(int rgb) {
    return Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null)[0];
  }

  private static void add(int rgb, int[] counts, long[][] sums) {
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    var hsb = Color.RGBtoHSB(red, green, blue, null);
    if (hsb[1] > STRONG && hsb[2] > BRIGHT) {
      int bin = Math.floorMod(Math.round(hsb[0] * HUES), HUES);
      counts[bin]++;
      sums[bin][0] += red;
      sums[bin][1] += green;
      sums[bin][2] += blue;
    }
  }

  private static int mean(long[] sums, int count) {
    int rgb = 0;
    for (long sum : sums) {
      rgb = rgb << 8 | (int) Math.round(sum / (double) count);
    }
    return rgb;
  }
}
