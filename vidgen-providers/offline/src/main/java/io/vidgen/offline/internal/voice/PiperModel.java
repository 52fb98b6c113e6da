package io.vidgen.offline.internal.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is to be known of a piper voice without loading it. */
public final class PiperModel {
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "\"language\"\\s*:\\s*\\{[^}]*\"code\"\\s*:\\s*\"([a-z]{2,3})(?:[_-]\\w+)?\"");
  private static final Pattern NAME = Pattern.compile("([a-z]{2,3})_[A-Z]{2}-.*");
  private static final int MOST = 1 << 20;

  private PiperModel() {}

  /**
   * The file that describes a voice.
   *
   * @param model the voice
   * @return its description, which need not exist
   */
  public static Path description(Path model) {
    return model.resolveSibling(model.getFileName() + ".json");
  }

  /** The language of a voice, from its description or its name. */
  static Optional<String> language(Path model) {
    Matcher inDescription = LANGUAGE.matcher(text(description(model)));
    if (inDescription.find()) {
      return Optional.of(inDescription.group(1));
    }
    Matcher inName = NAME.matcher(model.getFileName().toString());
    return inName.matches() ? Optional.of(inName.group(1)) : Optional.empty();
  }

  /** A JSON string. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** A description that cannot be read only means that the language is not known. */
  private static String text(Path file) {
    try {
      return Files.size(file) > MOST ? "" : Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
