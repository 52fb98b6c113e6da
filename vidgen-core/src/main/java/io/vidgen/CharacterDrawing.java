package io.vidgen;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.job.Engine;
import io.vidgen.internal.video.Portrait;
import io.vidgen.job.RenderPlan;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.storage.CharacterStore;
import java.io.IOException;
import java.nio.file.Path;

/** Takes in pictures, and draws and keeps the characters that videos show. */
abstract sealed class CharacterDrawing permits VideoPipeline {
  private final Engine engine;

  CharacterDrawing(Engine engine) {
    this.engine = engine;
  }

  /**
   * Takes a picture or recording in, to be named in characters and requests. The file stays as it
   * is. A picture is PNG, JPEG, WebP, GIF, HEIC, HEIF, AVIF, BMP or TIFF, and its first bytes must
   * be those of its type; which of them a vendor takes is said by the plan.
   *
   * @param file a file
   * @param mediaType its type, such as {@code image/png}, without parameters
   * @return the artifact
   * @throws VidgenException if it cannot be read or stored; of kind {@link
   *     FailureKind#INVALID_REQUEST} if it is not of that type
   */
  public Artifact keep(Path file, String mediaType) {
    try {
      return engine.keep(file, mediaType);
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.LOCAL,
              file + " cannot be kept: " + e.getMessage(),
              "check the path and the space left"),
          e);
    }
  }

  /**
   * Says what {@link #draw(Character)} would do and cost. Sends nothing, spends nothing, writes
   * nothing.
   *
   * @param character who is drawn
   * @return one step; none when there are pictures already
   */
  public RenderPlan planDraw(Character character) {
    return engine.drawings().plan(character);
  }

  /**
   * Says what {@link #draw(Character, int)} would do and cost. Sends nothing, spends nothing,
   * writes nothing.
   *
   * @param character who is drawn
   * @param take number of the version wanted, from 0
   * @return one step
   */
  public RenderPlan planDraw(Character character, int take) {
    return engine.drawings().plan(portrait(character, take));
  }

  /**
   * Draws the reference picture of a character from its description and style, keeps both in {@link
   * #characters()}, and waits for it. It is bought once: a story with the same character uses the
   * same picture. A character with references, or one of the same owner, id, description and style
   * in the store, is not drawn again; its pictures are kept.
   *
   * @param character who is drawn
   * @return the character with its picture, to be named in requests
   * @throws VidgenException if nobody can draw it, or something failed
   */
  public Character draw(Character character) {
    return engine.drawings().draw(character);
  }

  /**
   * Draws a version of a character, which replaces the pictures that it had.
   *
   * @param character who is drawn
   * @param take number of the version wanted, from 0; one that was drawn before costs nothing
   * @return the character with this picture
   * @throws VidgenException if nobody can draw it, or something failed
   */
  public Character draw(Character character, int take) {
    return engine.drawings().draw(portrait(character, take));
  }

  private static Portrait portrait(Character character, int take) {
    if (take < 0) {
      throw new IllegalArgumentException("take must be 0 or more, not " + take);
    }
    return new Portrait(character, take);
  }

  /**
   * The characters that are kept. The pictures of one that is named in a request are taken from
   * here when the ledger does not have them.
   *
   * @return the store in use
   */
  public CharacterStore characters() {
    return engine.characters();
  }
}
