package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.routing.Route;
import io.vidgen.model.Character;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import java.util.List;

/**
 * The picture that a character is known by, drawn from its description. It is asked for in the same
 * words wherever it is needed, so that it is bought once.
 *
 * @param character who is drawn
 * @param take number of the version wanted; 0 for the first
 */
public record Portrait(Character character, int take) {
  private static final String IMAGE = "image";
  private static final String PART = "character-";

  /**
   * The first version.
   *
   * @param character who is drawn
   * @return its portrait
   */
  public static Portrait of(Character character) {
    return new Portrait(character, 0);
  }

  /**
   * The name of its step.
   *
   * @return the key
   */
  public StepKey key() {
    return new StepKey(IMAGE, 0, PART + character.id());
  }

  /**
   * Whether a step draws a character, which depends on nothing but its description.
   *
   * @param key a step's name
   * @return true if so
   */
  public static boolean isKey(StepKey key) {
    return key.kind().equals(IMAGE) && key.scene() == 0 && key.part().startsWith(PART);
  }

  /**
   * What is asked.
   *
   * @return the request
   */
  public ImageRequest request() {
    var looks = character.description().strip();
    return new ImageRequest(
        "A full-body view of one character, alone, standing and facing the viewer, with a neutral"
            + " expression and relaxed arms, evenly lit, on a plain light background. Nobody else is"
            + " seen. No text, letters, numbers, logos or frame. The character: "
            + (looks.isEmpty() ? character.name().strip() : looks),
        character.style(),
        VideoFormat.PORTRAIT,
        List.of(),
        null,
        take);
  }

  /**
   * The step that draws it.
   *
   * @param tools who there is to draw; at least one picture maker
   * @return the step
   */
  public Step<ImageResult> step(Toolbox tools) {
    return Steps.of(key(), ImageResult.class, route(tools));
  }

  /**
   * Checks that it can be drawn.
   *
   * @param tools who there is to draw
   * @param field where a request names the character
   * @param list takes what is wrong
   */
  public void check(Toolbox tools, String field, Checklist list) {
    boolean usable =
        list.usable(
            tools.images(),
            p -> true,
            new Checklist.Lack(
                "image provider",
                "nothing can draw the character '" + character.name() + "'",
                "add an image provider such as nano-banana of vidgen-providers-google, or take in a"
                    + " picture of your own by keep(...) and give it by withReferences(...)"));
    if (!usable) {
      return;
    }
    if (character.description().isBlank()) {
      list.add(
          Problem.warning(
              field,
              "'" + character.name() + "' has no description, so it is drawn from its name alone",
              "say what it looks like"));
    }
    var maker = route(tools).who();
    list.addAll(maker.check(request()));
    list.priceKnown(maker.price(request()), field);
  }

  private Route<ImageProvider, ImageRequest> route(Toolbox tools) {
    return tools.router().route(IMAGE, tools.images(), request());
  }
}
