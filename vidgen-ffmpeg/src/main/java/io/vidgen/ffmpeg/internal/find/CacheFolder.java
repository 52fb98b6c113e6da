package io.vidgen.ffmpeg.internal.find;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Where programs and fonts from jars are put, for this user alone. */
public final class CacheFolder {
  private CacheFolder() {}

  /** The usual place on this kind of machine. */
  public static Path standard() {
    var home = Path.of(System.getProperty("user.home", "."));
    var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("windows")) {
      return variable("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("vidgen/cache");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Caches/vidgen");
    }
    return variable("XDG_CACHE_HOME", home.resolve(".cache")).resolve("vidgen");
  }

  /**
   * Makes a folder that nobody else can write to, so that nobody else can change a program in it.
   */
  public static void create(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(folder, owner);
    } else {
      Files.createDirectories(folder);
    }
  }

  private static Path variable(String name, Path otherwise) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
