package io.vidgen.ffmpeg.internal.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file to read. Only plain files of known containers are opened: a playlist that came from
 * outside could name other files and addresses.
 *
 * @param file the file
 * @param demuxer the demuxer for a still picture, empty to let ffmpeg find out
 */
public record MediaInput(Path file, String demuxer) {
  private static final String CONTAINERS =
      "mov,matroska,webm,mp3,wav,ogg,flac,aac,avi,mpegts,mpeg,aiff,au,w64,caf,gif,asf,amr,"
          + "png_pipe,jpeg_pipe,webp_pipe,bmp_pipe";

  /** A file whose first bytes decide. */
  public static MediaInput of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new MediaInput(file, demuxer(in.readNBytes(12)));
    }
  }

  private static String demuxer(byte[] head) {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u0089PNG")) {
      return "png_pipe";
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return "jpeg_pipe";
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return "webp_pipe";
    }
    return text.startsWith("BM") ? "bmp_pipe" : "";
  }

  /** Whether it is a picture. */
  public boolean still() {
    return !demuxer.isEmpty();
  }

  /** The arguments that open it. */
  public List<String> arguments(String... options) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-protocol_whitelist", "file,pipe,crypto"));
    // named by hand: found by its name, a file "a%d.png" would be taken for a series of files
    if (still()) {
      arguments.addAll(List.of("-f", demuxer));
    } else {
      arguments.addAll(List.of("-format_whitelist", CONTAINERS));
    }
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
    return arguments;
  }
}
