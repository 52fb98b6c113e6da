package io.vidgen.ffmpeg.internal.find;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The ffmpeg inside one of the {@code ws.schild:jave-nativebin-*} jars. The macOS ones are never
 * used: they are configured {@code --enable-nonfree} and may not be passed on.
 */
public final class BundledBinary {
  private static final String FOLDER = "ws/schild/jave/nativebin/";

  private final URL resource;
  private final String fileName;

  private BundledBinary(URL resource, String fileName) {
    this.resource = resource;
    this.fileName = fileName;
  }

  /** Looks for the one for this machine. */
  public static Optional<BundledBinary> find(ClassLoader loader) {
    return find(loader, System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Optional<BundledBinary> find(ClassLoader loader, String os, String machine) {
    return name(os.toLowerCase(Locale.ROOT), machine)
        .flatMap(
            name ->
                Optional.ofNullable(loader.getResource(FOLDER + name))
                    .map(url -> new BundledBinary(url, name)));
  }

  private static Optional<String> name(String os, String machine) {
    boolean intel = machine.equals("amd64") || machine.equals("x86_64");
    if (os.contains("linux")) {
      return intel
          ? Optional.of("ffmpeg-amd64")
          : machine.equals("aarch64") ? Optional.of("ffmpeg-aarch64") : Optional.empty();
    }
    return os.contains("windows") && intel ? Optional.of("ffmpeg-amd64.exe") : Optional.empty();
  }

  /** Name of the jar that it is in. */
  public String jar() {
    var text = resource.toString();
    int end = text.lastIndexOf('!');
    int start = text.lastIndexOf('/', end < 0 ? text.length() : end);
    return end < 0 ? text : text.substring(start + 1, end);
  }

  /**
   * Puts it into the cache unless it is there, unharmed. Several processes may do so at once.
   *
   * @return the program
   */
  Path extract(Path cache) throws IOException {
    var wanted = sum();
    var folder =
        cache.resolve(
            "ffmpeg-" + HexFormat.of().toHexDigits(wanted.crc(), 8) + "-" + wanted.size());
    var program = folder.resolve(fileName);
    if (Files.isRegularFile(program)
        && Files.size(program) == wanted.size()
        && sum(program).equals(wanted)) {
      return program;
    }
    CacheFolder.create(folder);
    var temporary = Files.createTempFile(folder, "ffmpeg", ".part");
    try {
      Sum copied;
      try (var in = new CheckedInputStream(open(), new CRC32());
          var out = Files.newOutputStream(temporary)) {
        long size = in.transferTo(out);
        copied = new Sum(in.getChecksum().getValue(), size);
      }
      if (!copied.equals(wanted)) {
        throw new IOException("the ffmpeg in " + jar() + " is damaged");
      }
      if (!temporary.toFile().setExecutable(true, true)) {
        throw new IOException("cannot make " + temporary + " executable");
      }
      Files.move(temporary, program, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return program;
  }

  private record Sum(long crc, long size) {}

  /** A jar's directory knows it; only elsewhere the bytes must be read for it. */
  private Sum sum() throws IOException {
    var connection = resource.openConnection();
    // a cached jar file would stay open after this loader is closed
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (var file = jar.getJarFile()) {
        var entry = file.getEntry(jar.getEntryName());
        if (entry != null && entry.getCrc() >= 0 && entry.getSize() >= 0) {
          return new Sum(entry.getCrc(), entry.getSize());
        }
      }
    }
    try (var in = open()) {
      return sum(in);
    }
  }

  private static Sum sum(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return sum(in);
    }
  }

  private static Sum sum(InputStream in) throws IOException {
    var checked = new CheckedInputStream(in, new CRC32());
    long size = checked.transferTo(OutputStream.nullOutputStream());
    return new Sum(checked.getChecksum().getValue(), size);
  }

  private InputStream open() throws IOException {
    var connection = resource.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
