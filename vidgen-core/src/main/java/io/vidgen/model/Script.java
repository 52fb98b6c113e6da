package io.vidgen.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a video tells: a title, a language and scenes in order.
 *
 * @param title the title, empty when there is none
 * @param language the language of everything that is said
 * @param scenes the scenes, at least one
 */
public record Script(String title, Locale language, List<Scene> scenes) {

  /**
   * Copies the list and checks that there is a scene.
   *
   * @throws IllegalArgumentException if there is no scene
   */
  public Script {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    scenes = List.copyOf(scenes);
    if (scenes.isEmpty()) {
      throw new IllegalArgumentException("a script needs at least one scene");
    }
  }

  /**
   * The same script in another language tag; the text is not translated.
   *
   * @param language the language of the text
   * @return the new script
   */
  public Script withLanguage(Locale language) {
    return new Script(title, language, scenes);
  }
}
