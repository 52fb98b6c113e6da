package io.vidgen.internal.job;

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
  private Projects() {}

  /** The name that was given, else the title of the script or the theme; may be empty. */
  static String name(VideoRequest request, RenderOptions options) {
    return (options.project().isBlank() ? title(request) : options.project()).strip();
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
