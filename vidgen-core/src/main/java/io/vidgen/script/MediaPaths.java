package io.vidgen.script;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the media name in a script into a path, inside the allowed folder if there is one. */
final class MediaPaths {

  // Two letters at least, so that "C:\pictures" is a path.
  private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:");

  private final @Nullable Path base;
  private final @Nullable Path allowed;

  MediaPaths(ScriptOptions options, @Nullable Path scriptFolder) {
    Path folder = options.mediaFolder();
    this.base = folder == null ? scriptFolder : folder;
    this.allowed = folder;
  }

  /** The path; the field is named in the message when it cannot be used. */
  Path resolve(String name, String field, Position at) {
    if (ADDRESS.matcher(name).find()) {
      throw new ScriptParseException(
          at,
          field + " is an address, not a file: " + Words.excerpt(name),
          "download the media first and name the file");
    }
    try {
      Path path = Path.of(name);
      Path resolved = base == null ? path : base.resolve(path).normalize();
      if (allowed != null && !isInside(resolved, allowed)) {
        throw new ScriptParseException(
            at,
            field + " is outside the media folder: " + Words.excerpt(name),
            "put the file into the folder or change ScriptOptions.mediaFolder");
      }
      return resolved;
    } catch (InvalidPathException e) {
      throw new ScriptParseException(
          at, field + " is not a file name: " + Words.excerpt(name), "give the path of a file");
    }
  }

  private static boolean isInside(Path file, Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) && !absolute.equals(root);
  }
}
