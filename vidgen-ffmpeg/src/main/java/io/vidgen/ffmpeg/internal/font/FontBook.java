package io.vidgen.ffmpeg.internal.font;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.find.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The fonts that captions are drawn with: the ones in this jar and the ones in the user's folders,
 * never the system's, so that every machine draws the same picture.
 */
public final class FontBook {
  /** Whose fonts they are. */
  public static final List<String> NOTICES =
      List.of(
          "Montserrat, copyright the Montserrat.Git Project Authors, SIL Open Font License 1.1",
          "Noto Sans, Noto Sans Arabic, copyright the Noto Project Authors, SIL Open Font License 1.1",
          "Noto Emoji, copyright Google LLC, SIL Open Font License 1.1");

  private static final String FOLDER = "/io/vidgen/ffmpeg/fonts/";
  private static final List<String> BUNDLED =
      List.of(
          "Montserrat_800ExtraBold.ttf",
          "NotoSans_700Bold.ttf",
          "NotoSansArabic_700Bold.ttf",
          "NotoEmoji_700Bold.ttf");

  private final Path configuration;
  private final List<Path> files;
  private final String digest;

  private FontBook(Path configuration, List<Path> files, String digest) {
    this.configuration = configuration;
    this.files = List.copyOf(files);
    this.digest = digest;
  }

  /**
   * Puts the fonts of this jar and a fontconfig file into the cache.
   *
   * @param cache the user's cache folder
   * @param folders the user's own folders of fonts
   * @throws VidgenException if one of the folders is no folder
   */
  public static FontBook open(Path cache, List<Path> folders) throws IOException {
    for (var folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw VidgenException.of(
            FailureKind.LOCAL, "there is no folder of fonts " + folder, "correct vidgen.fonts");
      }
    }
    var own = extract(cache);
    var files = new ArrayList<Path>();
    for (var name : BUNDLED) {
      files.add(own.resolve(name));
    }
    for (var folder : folders) {
      files.addAll(FontFiles.in(folder));
    }
    var digest = FontFiles.digest(files);
    var dirs = new ArrayList<Path>();
    dirs.add(own);
    folders.forEach(folder -> dirs.add(folder.toAbsolutePath()));
    return new FontBook(configure(cache, dirs), files, digest);
  }

  /** The variables that make fontconfig see these fonts and no others. */
  public Map<String, String> environment() {
    return Map.of("FONTCONFIG_FILE", configuration.toString());
  }

  /** The fontconfig file that says so. */
  public Path configuration() {
    return configuration;
  }

  /** All fonts, the best first. */
  public List<Path> files() {
    return files;
  }

  /** A digest of all of them. */
  public String digest() {
    return digest;
  }

  private static Path extract(Path cache) throws IOException {
    var fonts = new ArrayList<byte[]>();
    for (var name : BUNDLED) {
      try (var in = FontBook.class.getResourceAsStream(FOLDER + name)) {
        if (in == null) {
          throw new IOException("this vidgen-ffmpeg jar lacks the font " + name);
        }
        fonts.add(in.readAllBytes());
      }
    }
    var sum = FontFiles.sha256();
    fonts.forEach(sum::update);
    var folder = cache.resolve("fonts-" + HexFormat.of().formatHex(sum.digest(), 0, 6));
    CacheFolder.create(folder);
    for (int i = 0; i < fonts.size(); i++) {
      write(folder.resolve(BUNDLED.get(i)), fonts.get(i));
    }
    return folder;
  }

  private static Path configure(Path cache, List<Path> dirs) throws IOException {
    var text = new StringBuilder("<?xml version=\"1.0\"?>\n<fontconfig>\n");
    dirs.forEach(dir -> text.append("  <dir>").append(xml(dir)).append("</dir>\n"));
    var index = cache.toAbsolutePath().resolve("fontconfig");
    text.append("  <cachedir>").append(xml(index)).append("</cachedir>\n</fontconfig>\n");
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    var name = HexFormat.of().formatHex(FontFiles.sha256().digest(bytes), 0, 6);
    CacheFolder.create(index);
    var file = cache.toAbsolutePath().resolve("fonts-" + name + ".conf");
    write(file, bytes);
    return file;
  }

  private static String xml(Path path) {
    return path.toAbsolutePath()
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** Another process may write or read the same file at this moment. */
  private static void write(Path file, byte[] bytes) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    var temporary = Files.createTempFile(file.getParent(), "font", ".part");
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
