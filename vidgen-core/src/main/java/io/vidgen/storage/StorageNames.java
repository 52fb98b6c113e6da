package io.vidgen.storage;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that are safe as file names on every system, so that none can leave its directory. */
final class StorageNames {
  /** The file that makes a video count. */
  static final String META = "meta.json";

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  /** Devices on Windows, whatever follows the first dot. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ass", "text/x-ssa"),
          Map.entry("srt", "application/x-subrip"),
          Map.entry("vtt", "text/vtt"),
          Map.entry("json", "application/json"),
          Map.entry("txt", "text/plain"));

  private StorageNames() {}

  static String check(String what, String name) {
    if (!ALLOWED.matcher(name).matches() || name.endsWith(".")) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to 128 of A-Z a-z 0-9 . _ - and neither begin with a sign nor end"
              + " with a dot");
    }
    if (DEVICE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " '" + name + "' is the name of a device on Windows: choose another");
    }
    return name;
  }

  static void checkFiles(Set<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a video needs at least one file");
    }
    var seen = new HashSet<String>();
    for (var name : names) {
      check("name of a file", name);
      var folded = name.toLowerCase(Locale.ROOT);
      if (folded.equals(META)) {
        throw new IllegalArgumentException("the name " + META + " belongs to the storage itself");
      }
      if (!seen.add(folded)) {
        throw new IllegalArgumentException(
            "two files are called '" + name + "' but for upper and lower case");
      }
    }
  }

  static String mediaType(String name) {
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
  }
}
