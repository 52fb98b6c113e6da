package io.vidgen.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the media name in a script into a path. With a media folder all media lie in it, links
 * followed. Without one a script that was read from a file may name absolute files and those below
 * its own folder, and any other script only relative ones that do not lead upwards.
 */
final class MediaPaths {

  // Two letters at least, so that "C:\pictures" is a path.
  private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:");

  private final @Nullable Path mediaFolder;
  private final @Nullable Path scriptFolder;

  MediaPaths(ScriptOptions options, @Nullable Path scriptFolder) {
    this.mediaFolder = options.mediaFolder();
    this.scriptFolder = scriptFolder;
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
      if (mediaFolder != null) {
        return inMediaFolder(path, mediaFolder, field, at);
      }
      return scriptFolder == null
          ? relative(path, field, at)
          : besideScript(path, scriptFolder, field, at);
    } catch (InvalidPathException e) {
      throw new ScriptParseException(
          at, field + " is not a file name: " + Words.excerpt(name), "give the path of a file");
    }
  }

  private static Path inMediaFolder(Path path, Path folder, String field, Position at) {
    Path resolved = folder.resolve(path).normalize();
    if (!isInside(resolved, folder) || !isReallyInside(resolved, folder)) {
      throw new ScriptParseException(
          at,
          field + " is outside the media folder: " + Words.excerpt(path.toString()),
          "put the file into the folder or change ScriptOptions.mediaFolder");
    }
    return resolved;
  }

  private static Path besideScript(Path path, Path folder, String field, Position at) {
    Path resolved = folder.resolve(path).normalize();
    if (!path.isAbsolute() && !isInside(resolved, folder)) {
      throw new ScriptParseException(
          at,
          field + " is outside the folder of the script: " + Words.excerpt(path.toString()),
          "put the file beside the script, or set ScriptOptions.mediaFolder");
    }
    return resolved;
  }

  private static Path relative(Path path, String field, Position at) {
    boolean up = false;
    for (Path part : path) {
      up |= part.toString().equals("..");
    }
    if (up || path.getRoot() != null) {
      throw new ScriptParseException(
          at,
          field
              + " may not be absolute or lead upwards in a script that is no file: "
              + Words.excerpt(path.toString()),
          "set ScriptOptions.mediaFolder to the folder that holds the media");
    }
    return path;
  }

  private static boolean isInside(Path file, Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) && !absolute.equals(root);
  }

  /** Follows links, also where only a folder above the file exists as yet. */
  private static boolean isReallyInside(Path file, Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    Path there = file.toAbsolutePath().normalize();
    Path parent = there.getParent();
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && parent != null) {
      there = parent;
      parent = there.getParent();
    }
    try {
      return there.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      // a link into nowhere may lead anywhere tomorrow
      return false;
    }
  }
}
