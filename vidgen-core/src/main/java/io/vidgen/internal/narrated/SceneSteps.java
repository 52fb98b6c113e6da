package io.vidgen.internal.narrated;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.video.SpokenName;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Narrated;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The steps of one scene that do not depend on its neighbours. */
final class SceneSteps {
  static final String IMAGE = "image";

  private final Narrated request;
  private final Narrated pictured;
  private final Toolbox tools;
  private final Voices voices;
  private final List<Named> named;

  SceneSteps(Narrated request, Narrated pictured, Toolbox tools) {
    this.request = request;
    this.pictured = pictured;
    this.tools = tools;
    this.named =
        pictured.characters().stream().map(c -> new Named(c, SpokenName.of(c.name()))).toList();
    this.voices =
        new Voices(
            tools,
            IntStream.rangeClosed(1, request.script().scenes().size())
                .filter(this::isSpoken)
                .mapToObj(this::speechRequest)
                .toList());
  }

  Voices voices() {
    return voices;
  }

  SpeechRequest speechRequest(int scene) {
    return new SpeechRequest(
        scene(scene).spokenText(),
        language(),
        SpeakingVoice.of(scene(scene), request.characters(), request.voice()),
        request.speed(),
        request.takeOf(scene));
  }

  boolean isSpoken(int scene) {
    return !scene(scene).spokenText().isBlank();
  }

  Step<SpeechResult> speech(int scene) {
    return voices.step(StepKey.scene(Voices.SPEECH, scene), speechRequest(scene));
  }

  SpokenWords.Text text(int scene) {
    var parts = scene(scene);
    return new SpokenWords.Text(parts.captionText(), parts.spokenText(), language(), 0);
  }

  /** What costs money is made once, for the shape that the request says. */
  ImageRequest imageRequest(int scene) {
    var asked = imageRequest(scene, pictured.format());
    return isShared(asked) ? asked : imageRequest(scene, request.format());
  }

  private ImageRequest imageRequest(int scene, VideoFormat format) {
    var parts = pictured.script().scenes().get(scene - 1);
    var prompt =
        firstNonBlank(
            parts.visual(), parts.spokenText(), parts.heading(), pictured.style(), "scene");
    return new ImageRequest(
        prompt, pictured.style(), format, references(parts), null, pictured.takeOf(scene));
  }

  /** Whether the picture of a scene is in the shape of the pictures, not in that of the video. */
  boolean isShared(int scene) {
    return media(scene) == null && isShared(imageRequest(scene, pictured.format()));
  }

  private boolean isShared(ImageRequest asked) {
    if (request.format().equals(pictured.format())) {
      return true;
    }
    var maker = maker(asked);
    return !maker.capabilities().has(Feature.LOCAL) || !(maker.price(asked) instanceof Price.Free);
  }

  private ImageProvider maker(ImageRequest asked) {
    return tools.router().route(IMAGE, tools.images(), asked).who();
  }

  /** The user's own picture of a scene. */
  @Nullable Path media(int scene) {
    return pictured.script().scenes().get(scene - 1).media();
  }

  Step<ImageResult> image(int scene) {
    var asked = imageRequest(scene);
    var route = tools.router().route(IMAGE, tools.images(), asked);
    return Steps.of(StepKey.scene(IMAGE, scene), ImageResult.class, route);
  }

  private List<Artifact> references(Scene scene) {
    var text =
        scene.dialogue().stream()
            .map(l -> l.speaker() + "\n" + l.text())
            .collect(
                Collectors.joining(
                    "\n",
                    scene.heading() + "\n" + scene.visual() + "\n",
                    "\n" + scene.spokenText()));
    return named.stream()
        .filter(n -> n.name().isIn(text))
        .map(n -> n.character().references())
        .flatMap(List::stream)
        .toList();
  }

  private Scene scene(int number) {
    return request.script().scenes().get(number - 1);
  }

  private Locale language() {
    return request.script().language();
  }

  private static String firstNonBlank(String... texts) {
    for (var text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private record Named(Character character, SpokenName name) {}
}
