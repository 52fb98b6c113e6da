package io.vidgen.internal.narrated;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.job.Narrated;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.WordAligner;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of one scene that do not depend on its neighbours. */
final class SceneSteps {
  static final String SPEECH = "speech";
  static final String IMAGE = "image";
  static final String WORDS = "words";
  static final String IMPORT = "import";

  private static final Recipe WORDS_RECIPE = new Recipe("align", "1");

  private final Narrated request;
  private final Toolbox tools;
  private final List<Named> named;

  SceneSteps(Narrated request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
    this.named =
        request.characters().stream().map(c -> new Named(c, SpokenName.of(c.name()))).toList();
  }

  SpeechRequest speechRequest(int scene) {
    return new SpeechRequest(
        scene(scene).spokenText(),
        language(),
        voice(scene(scene)),
        request.speed(),
        request.takeOf(scene));
  }

  boolean isSpoken(int scene) {
    return !scene(scene).spokenText().isBlank();
  }

  /** Empty for a scene without words. */
  Optional<Step<SpeechResult>> speech(int scene) {
    if (!isSpoken(scene)) {
      return Optional.empty();
    }
    var asked = speechRequest(scene);
    var voices = tools.speech().matching(p -> p.capabilities().speaks(language()));
    var voice = Steps.choose(tools.ledger(), SPEECH, voices, asked);
    return Optional.of(Steps.of(StepKey.scene(SPEECH, scene), SpeechResult.class, voice, asked));
  }

  ImageRequest imageRequest(int scene) {
    var parts = scene(scene);
    var prompt =
        firstNonBlank(
            parts.visual(), parts.spokenText(), parts.heading(), request.style(), "scene");
    return new ImageRequest(
        prompt, request.style(), request.format(), references(parts), null, request.takeOf(scene));
  }

  Step<ImageResult> image(int scene) {
    var asked = imageRequest(scene);
    var makers = tools.images().matching(p -> true);
    var maker = Steps.choose(tools.ledger(), IMAGE, makers, asked);
    return Steps.of(StepKey.scene(IMAGE, scene), ImageResult.class, maker, asked);
  }

  /** A file of the user's is known by place, size and time, so that it is not read to plan. */
  Step<ImportResult> imported(StepKey key, Path file) {
    var source = file.toAbsolutePath().normalize();
    return Steps.local(
        key,
        ImportResult.class,
        new Recipe(tools.composer().id(), "import-1"),
        FileIdentity.of(source),
        Duration.ofMillis(300),
        context -> importFile(source, context));
  }

  Step<WordsResult> words(int scene, SpeechResult spoken) {
    var asked =
        new WordsRequest(scene(scene).captionText(), language(), spoken.duration(), spoken.words());
    return Steps.local(
        StepKey.scene(WORDS, scene),
        WordsResult.class,
        WORDS_RECIPE,
        asked,
        Duration.ofMillis(20),
        context -> new WordsResult(lay(asked)));
  }

  private static List<io.vidgen.model.WordTiming> lay(WordsRequest asked) {
    var shown = Words.split(asked.caption(), asked.language());
    return WordAligner.align(shown, asked.heard(), Duration.ZERO, asked.duration());
  }

  private ImportResult importFile(Path source, CallContext context)
      throws IOException, InterruptedException {
    var info = tools.composer().probe(source);
    var copy = context.workDirectory().resolve("import");
    Files.copy(source, copy);
    return new ImportResult(context.store(copy, mediaType(info)), info);
  }

  private static String mediaType(io.vidgen.spi.MediaInfo info) {
    if (info.video() == null) {
      return "audio/*";
    }
    return info.duration().isZero() ? "image/*" : "video/*";
  }

  private List<Artifact> references(Scene scene) {
    var text =
        scene.dialogue().stream()
            .map(l -> l.speaker() + "\n" + l.text())
            .collect(Collectors.joining("\n", scene.visual() + "\n", ""));
    return named.stream()
        .filter(n -> n.name().isIn(text))
        .map(n -> n.character().references())
        .flatMap(List::stream)
        .toList();
  }

  /** A scene in which one character speaks alone has that character's voice. */
  private @Nullable String voice(Scene scene) {
    var speakers =
        scene.dialogue().stream()
            .map(l -> l.speaker().strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (speakers.size() != 1) {
      return request.voice();
    }
    for (var character : request.characters()) {
      if (character.voice() != null
          && character.name().strip().toLowerCase(Locale.ROOT).equals(speakers.get(0))) {
        return character.voice();
      }
    }
    return request.voice();
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

  /** What the words of a scene depend on. */
  private record WordsRequest(
      String caption, Locale language, Duration duration, List<io.vidgen.model.WordTiming> heard) {}

  private record Named(Character character, SpokenName name) {}

  /** What tells a file apart from what was there before. */
  private record FileIdentity(String path, long size, @Nullable String modified) {
    static FileIdentity of(Path file) {
      try {
        return new FileIdentity(
            file.toString(), Files.size(file), Files.getLastModifiedTime(file).toString());
      } catch (IOException e) {
        // A missing file is reported by the checks; here it only must not look like another one.
        return new FileIdentity(file.toString(), -1, null);
      }
    }
  }
}
