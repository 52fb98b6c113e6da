package io.vidgen.internal.video;

import io.vidgen.model.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a video.
 *
 * @param title its title, may be empty
 * @param language language of what is said
 * @param script what is said, null when nobody wrote it down
 * @param notices licences of what the request brought, such as music
 */
public record About(String title, Locale language, @Nullable Script script, List<String> notices) {

  /** Copies the list. */
  public About {
    notices = List.copyOf(notices);
  }

  /**
   * The same in the language that was heard, when nobody had said which.
   *
   * @param heard what was heard
   * @return this when the language was known
   */
  About heardIn(Locale heard) {
    return language.equals(Locale.ROOT) ? new About(title, heard, script, notices) : this;
  }

  /**
   * A video of a script.
   *
   * @param script what is said
   * @param music its music, null for none
   * @param licence by what right it is used, empty for not stated
   * @return what is told of it
   */
  public static About of(Script script, @Nullable Path music, String licence) {
    var right = licence.isEmpty() ? "licence not stated" : licence;
    List<String> notices =
        music == null ? List.of() : List.of("music " + music.getFileName() + ", " + right);
    return new About(script.title(), script.language(), script, notices);
  }
}
