package io.vidgen.ffmpeg.internal.find;

import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an ffmpeg can do.
 *
 * @param version its version, such as {@code 4.4.1-static}
 * @param build a short digest of its version, libraries and configuration
 * @param missing what it lacks and a render needs
 */
public record Toolbox(String version, String build, List<String> missing) {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+).*");
  private static final Pattern NUMBER = Pattern.compile("n?(\\d+)\\.(\\d+).*");

  private static final List<String> FILTERS =
      List.of(
          "ass",
          "zoompan",
          "xfade",
          "tpad",
          "gblur",
          "overlay",
          "lutyuv",
          "blackdetect",
          "freezedetect",
          "ebur128",
          "acompressor",
          "alimiter",
          "sidechaincompress",
          "amix");
  private static final List<String> ENCODERS = List.of("libx264", "aac", "png", "mjpeg");

  /** Copies the list. */
  public Toolbox {
    missing = List.copyOf(missing);
  }

  /** Asks an ffmpeg; starts it three times for a moment. */
  public static Toolbox of(Ffmpeg ffmpeg) throws IOException, InterruptedException {
    var about = ask(ffmpeg, "-version");
    var version =
        about.stream()
            .map(VERSION::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .findFirst()
            .orElse("");
    if (version.isEmpty()) {
      return new Toolbox("unknown", "unknown", List.of("(it does not answer like an ffmpeg)"));
    }
    var missing = new ArrayList<String>();
    if (tooOld(version)) {
      missing.add("version 4.4 or newer");
    }
    var filters = names(ask(ffmpeg, "-filters"));
    FILTERS.stream().filter(name -> !filters.contains(name)).forEach(n -> missing.add(filter(n)));
    var encoders = names(ask(ffmpeg, "-encoders"));
    ENCODERS.stream().filter(n -> !encoders.contains(n)).forEach(n -> missing.add("encoder " + n));
    return new Toolbox(version, digest(String.join("\n", about)), missing);
  }

  private static String filter(String name) {
    return name.equals("ass") ? "filter ass (libass)" : "filter " + name;
  }

  private static boolean tooOld(String version) {
    var number = NUMBER.matcher(version);
    // versions of git builds, such as N-66595, say nothing: their filters decide
    return number.matches()
        && Integer.parseInt(number.group(1)) * 100 + Integer.parseInt(number.group(2)) < 404;
  }

  private static List<String> ask(Ffmpeg ffmpeg, String question)
      throws IOException, InterruptedException {
    return ffmpeg.list(
        new Invocation(question, List.of(question), null, -1, line -> false), Watch.within(LIMIT));
  }

  private static Set<String> names(List<String> lines) {
    var names = new HashSet<String>();
    for (var line : lines) {
      var words = line.strip().split("\\s+", 3);
      if (words.length > 1) {
        names.add(words[1]);
      }
    }
    return names;
  }

  private static String digest(String text) {
    try {
      var sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
