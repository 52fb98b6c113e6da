package io.vidgen.model;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who appears in scenes and looks the same in each.
 *
 * <p>Narrated videos use the name, the references and the voice; they ignore description, style and
 * avatar.
 *
 * @param id chosen by whoever stores it, {@code [A-Za-z0-9._-]{1,128}}
 * @param name how scripts call them, never blank; found as whole words, whatever their case
 * @param description how they look, in words
 * @param style how they are drawn, in words, empty for the provider's own
 * @param references pictures of them, the best first
 * @param voice id of the voice that they speak with, null for the default. In a narrated video it
 *     speaks each scene whose lines all have this character as the speaker, and goes before the
 *     voice of the request; a scene with several speakers, or with lines of the narrator, has the
 *     voice of the request
 * @param avatar id of the avatar that plays them, null for none
 * @param owner who it belongs to, null for nobody in particular
 */
@SuppressWarnings("JavaLangClash") // the word that scripts and users have for it
public record Character(
    String id,
    String name,
    String description,
    String style,
    List<Artifact> references,
    @Nullable String voice,
    @Nullable String avatar,
    @Nullable String owner) {

  /**
   * Copies the list and checks id and name.
   *
   * @throws IllegalArgumentException if the id has other characters or the name is blank
   * @throws NullPointerException if a value is null that must not be; its message names it
   */
  public Character {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(style, "style");
    references = List.copyOf(references);
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
      throw new IllegalArgumentException(
          "id of a character must be 1 to 128 of A-Z a-z 0-9 . _ - and not begin with a sign");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a character must not be blank");
    }
  }

  /**
   * Somebody of whom there is no picture yet; one is drawn when it is needed.
   *
   * @param name how scripts call them, never blank
   * @param description how they look, in words
   * @param style how they are drawn, in words, empty for the provider's own
   * @return a character whose id is made of the name
   * @throws IllegalArgumentException if the name is blank
   */
  public static Character create(String name, String description, String style) {
    return new Character(idOf(name), name, description, style, List.of(), null, null, null);
  }

  /** Names without a Latin letter or digit are told apart by a number made of them. */
  private static String idOf(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    var words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var id = words.replaceAll("^-+|-+$", "");
    if (id.isEmpty()) {
      return "character-" + Integer.toHexString(name.strip().hashCode());
    }
    return id.length() > 128 ? id.substring(0, 128) : id;
  }

  /**
   * The same character with other pictures.
   *
   * @param pictures the best first
   * @return the new character
   */
  public Character withReferences(List<Artifact> pictures) {
    return new Character(id, name, description, style, pictures, voice, avatar, owner);
  }

  /**
   * The same character with another voice.
   *
   * @param voiceId id of the voice, null for the default
   * @return the new character
   */
  public Character withVoice(@Nullable String voiceId) {
    return new Character(id, name, description, style, references, voiceId, avatar, owner);
  }

  /**
   * The same character with another avatar.
   *
   * @param avatarId id of the avatar, null for none
   * @return the new character
   */
  public Character withAvatar(@Nullable String avatarId) {
    return new Character(id, name, description, style, references, voice, avatarId, owner);
  }

  /**
   * The same character as somebody's.
   *
   * @param ownerId who it belongs to, null for nobody in particular
   * @return the new character
   */
  public Character ownedBy(@Nullable String ownerId) {
    return new Character(id, name, description, style, references, voice, avatar, ownerId);
  }
}
