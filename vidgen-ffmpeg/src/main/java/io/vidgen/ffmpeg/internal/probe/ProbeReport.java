package io.vidgen.ffmpeg.internal.probe;

import io.vidgen.spi.MediaInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ffmpeg -i} says about a file. Its lines are much the same from 4.4 to 8.
 *
 * @param info lengths and streams
 * @param container names of the container, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param colorsTagged whether the picture says how its colours are coded
 * @param square whether its pixels are square; if not, its size is that with square ones
 */
public record ProbeReport(MediaInfo info, String container, boolean colorsTagged, boolean square) {
  private static final Pattern INPUT = Pattern.compile("Input #0, (.+), from .*");
  private static final Pattern LENGTH =
      Pattern.compile("\\s+Duration: (\\d+):(\\d+):(\\d+)\\.(\\d+).*");
  private static final Pattern STREAM =
      Pattern.compile("\\s+Stream #0:\\d+\\S*: (Video|Audio): (.+)");
  private static final Pattern ROTATION =
      Pattern.compile("\\s+displaymatrix: rotation of (-?\\d+(?:\\.\\d+)?) degrees.*");
  private static final Pattern SIZE = Pattern.compile(", (\\d{1,5})x(\\d{1,5})\\b");
  private static final Pattern RATE = Pattern.compile(", (\\d+(?:\\.\\d+)?)(k?) fps");
  private static final Pattern GRID = Pattern.compile(", (\\d+(?:\\.\\d+)?)(k?) tbr");
  private static final Pattern ASPECT = Pattern.compile("\\bSAR (\\d+):(\\d+)");
  private static final Pattern CODEC = Pattern.compile("(\\w+)(?: \\(([^)]*)\\))?.*");
  private static final Pattern PIXELS = Pattern.compile(", ([a-z]+[0-9a-z]*)(\\(.*?\\))?(,|$)");
  private static final Pattern HERTZ = Pattern.compile(", (\\d+) Hz, ([^,]+)");
  private static final Pattern CHANNELS = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*");
  private static final double NEARLY_SQUARE = 0.005;
  private static final double MOST_UNEVEN = 8;
  private static final Set<String> STILLS = Set.of("png", "mjpeg", "webp", "bmp", "gif");

  /**
   * Reads the lines.
   *
   * @return the report; null if they speak of no input
   */
  public static @Nullable ProbeReport parse(List<String> lines) {
    String container = null;
    var length = Duration.ZERO;
    MediaInfo.VideoStream video = null;
    MediaInfo.AudioStream audio = null;
    boolean tagged = false;
    double aspect = 1;
    for (var line : lines) {
      var input = INPUT.matcher(line);
      var duration = LENGTH.matcher(line);
      var stream = STREAM.matcher(line);
      var rotation = ROTATION.matcher(line);
      if (input.matches()) {
        container = input.group(1);
      } else if (duration.matches()) {
        length = duration(duration);
      } else if (stream.matches()) {
        var text = stream.group(2);
        if (stream.group(1).equals("Audio")) {
          audio = audio != null ? audio : audio(text);
        } else if (video == null && !text.contains("(attached pic)")) {
          // the density that a picture's file names is that of its print
          aspect = container != null && container.endsWith("_pipe") ? 1 : aspect(text);
          video = video(text, aspect);
          tagged =
              text.contains("bt709")
                  || text.contains("bt470")
                  || text.contains("smpte170")
                  || text.contains("bt2020");
        }
      } else if (rotation.matches() && video != null) {
        video = turned(video, Double.parseDouble(rotation.group(1)));
      }
    }
    if (container == null) {
      return null;
    }
    boolean still =
        video != null
            && audio == null
            && STILLS.contains(video.codec())
            && (container.endsWith("_pipe") || container.equals("image2"));
    return new ProbeReport(
        new MediaInfo(still ? Duration.ZERO : length, video, audio),
        container,
        tagged,
        aspect == 1);
  }

  /** Whether it is one still picture. */
  public boolean still() {
    return info.video() != null && info.duration().isZero() && container.endsWith("_pipe");
  }

  /** Whether the place of a frame can be looked up in it. */
  public boolean indexed() {
    return container.contains("mp4") || container.contains("matroska") || container.equals("avi");
  }

  private static Duration duration(Matcher time) {
    var fraction = time.group(4);
    double part = Integer.parseInt(fraction) / Math.pow(10, fraction.length());
    return Duration.ofHours(Long.parseLong(time.group(1)))
        .plusMinutes(Long.parseLong(time.group(2)))
        .plusSeconds(Long.parseLong(time.group(3)))
        .plusMillis(Math.round(part * 1000));
  }

  private static MediaInfo.@Nullable VideoStream video(String text, double aspect) {
    var codec = CODEC.matcher(text);
    var size = SIZE.matcher(text);
    if (!codec.matches() || !size.find()) {
      return null;
    }
    var profile = codec.group(2);
    var pixels = PIXELS.matcher(text);
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    return new MediaInfo.VideoStream(
        codec.group(1),
        profile == null || profile.contains(" / 0x") ? "" : profile,
        pixels.find() ? pixels.group(1) : "",
        // no pixel is lost: the shorter side of a pixel becomes as long as the other
        aspect > 1 ? even(width * aspect) : width,
        aspect < 1 ? even(height / aspect) : height,
        FrameRate.of(rate(RATE, text), rate(GRID, text)));
  }

  private static double rate(Pattern pattern, String text) {
    var rate = pattern.matcher(text);
    return rate.find()
        ? Double.parseDouble(rate.group(1)) * (rate.group(2).isEmpty() ? 1 : 1000)
        : 0;
  }

  /**
   * Width of a pixel by its height, 1 when not said. The container's word comes last and counts.
   */
  private static double aspect(String text) {
    double aspect = 1;
    var said = ASPECT.matcher(text);
    while (said.find()) {
      double across = Double.parseDouble(said.group(1));
      double down = Double.parseDouble(said.group(2));
      aspect = across > 0 && down > 0 ? across / down : 1;
    }
    boolean credible = aspect > 1 / MOST_UNEVEN && aspect < MOST_UNEVEN;
    return !credible || Math.abs(aspect - 1) < NEARLY_SQUARE ? 1 : aspect;
  }

  private static int even(double pixels) {
    return (int) Math.round(pixels / 2) * 2;
  }

  private static MediaInfo.@Nullable AudioStream audio(String text) {
    var codec = CODEC.matcher(text);
    var hertz = HERTZ.matcher(text);
    if (!codec.matches() || !hertz.find()) {
      return null;
    }
    return new MediaInfo.AudioStream(
        codec.group(1), Integer.parseInt(hertz.group(1)), channels(hertz.group(2)));
  }

  private static int channels(String layout) {
    var name = layout.strip().toLowerCase(Locale.ROOT);
    var number = CHANNELS.matcher(name);
    if (number.matches()) {
      // "5.1" has a sixth channel, "2 channels" has none behind a point
      return Integer.parseInt(number.group(1))
          + (number.group(2) == null ? 0 : Integer.parseInt(number.group(2)));
    }
    return name.startsWith("mono") ? 1 : 2;
  }

  private static MediaInfo.VideoStream turned(MediaInfo.VideoStream video, double degrees) {
    if (Math.round(Math.abs(degrees)) % 180 != 90) {
      return video;
    }
    return new MediaInfo.VideoStream(
        video.codec(),
        video.profile(),
        video.pixelFormat(),
        /* width= */ video.height(),
        /* height= */ video.width(),
        video.frameRate());
  }
}
