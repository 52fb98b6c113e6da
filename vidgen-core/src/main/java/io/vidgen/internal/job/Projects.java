package io.vidgen.internal.job;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.job.Avatar;
import io.vidgen.job.Captioned;
import io.vidgen.job.LipSync;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Story;
import io.vidgen.job.Theme;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;

/** What a request is a render of. */
final class Projects {
  /** A theme may be pages long, and every record in the ledger names its project. */
  private static final int LONGEST = 80;

  private Projects() {}

  /**
   * The name that was given, else the title of the script or the theme, in short; may be empty. The
   * same text always has the same name.
   */
  static String name(VideoRequest request, RenderOptions options) {
    return options.project().isBlank() ? brief(title(request).strip()) : options.project().strip();
  }

  /** The begin of the first line, and what tells it from others that begin like it. */
  private static String brief(String text) {
    var line = text.lines().findFirst().orElse("").strip();
    int length = line.codePointCount(0, line.length());
    if (length <= LONGEST && line.equals(text)) {
      return text;
    }
    var begin =
        length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip();
    return begin + "… #" + Canonical.digest(text).shortForm();
  }

  private static String title(VideoRequest request) {
    if (request instanceof Narrated narrated) {
      return narrated.script().title();
    } else if (request instanceof Avatar avatar) {
      return avatar.script().title();
    } else if (request instanceof Story story) {
      return title(story);
    } else if (request instanceof LipSync lipSync) {
      return lipSync.title();
    }
    return request instanceof Captioned captioned ? captioned.title() : "";
  }

  private static String title(Story story) {
    Script script = story.script();
    Theme theme = story.theme();
    return script != null ? script.title() : theme == null ? "" : theme.text();
  }
}
