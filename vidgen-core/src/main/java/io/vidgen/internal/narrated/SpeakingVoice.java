package io.vidgen.internal.narrated;

import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose voice speaks a scene. */
public final class SpeakingVoice {
  private SpeakingVoice() {}

  /**
   * The voice of a scene: one in which a single character speaks has that character's.
   *
   * @param scene the scene
   * @param characters who there is
   * @param usual the voice of the request, null for the provider's default
   * @return the speech provider's name of a voice, null for its default
   */
  public static @Nullable String of(
      Scene scene, List<Character> characters, @Nullable String usual) {
    var speakers = scene.dialogue().stream().map(line -> plain(line.speaker())).distinct().toList();
    if (speakers.size() != 1) {
      return usual;
    }
    for (var character : characters) {
      if (character.voice() != null && plain(character.name()).equals(speakers.get(0))) {
        return character.voice();
      }
    }
    return usual;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
