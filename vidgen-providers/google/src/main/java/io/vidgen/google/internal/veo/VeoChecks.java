package io.vidgen.google.internal.veo;

import io.vidgen.error.Problem;
import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.model.Artifact;
import io.vidgen.spi.ClipRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Veo 3.1's rules, as far as a request can be checked without asking Google
 * (ai.google.dev/gemini-api/docs/veo and the platform's model pages, read 2026-09-19).
 */
public final class VeoChecks {
  private static final Duration EIGHT = Duration.ofSeconds(8);
  private static final long PICTURE = 20L << 20;
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

  private final VeoOptions options;
  private final SourceChecks sources;

  /** For some options. */
  public VeoChecks(VeoOptions options, InstantSource clock) {
    this.options = options;
    this.sources = new SourceChecks(options, clock);
  }

  /** What is wrong with a request, a problem for each field and rule. */
  public List<Problem> of(ClipRequest request) {
    var found = new Found(options.isUnchecked());
    var model = options.models().find(options.model());
    if (model.isEmpty()) {
      found.warning(
          "vidgen.veo.model",
          options.model() + " is not in the table of models: what it can do and costs is not known",
          "add it with VeoOptions.models, or see that it is spelt right");
    } else if (model.get().platform() != options.google().isPlatform()) {
      found.error(
          "vidgen.veo.model",
          options.model()
              + " is a model of "
              + (model.get().platform() ? "the platform" : "the Gemini API"),
          new VeoAbilities(options).otherModels());
    }
    VeoPlace.check(options, found);
    model.ifPresent(known -> check(known, request, found));
    texts(request, found);
    pictures(request, found);
    people(VeoMode.of(request), found);
    return found.all();
  }

  private void check(VeoModel model, ClipRequest request, Found found) {
    var mode = VeoMode.of(request);
    size(model, request, found);
    length(mode, request, found);
    features(model, request, found);
    combinations(request, found);
    if (request.extend() != null) {
      sources.check(model, request, request.extend(), found);
    }
  }

  private static void size(VeoModel model, ClipRequest request, Found found) {
    var resolution = Resolution.of(request.format());
    if (resolution.isEmpty()) {
      found.error(
          "format",
          "Veo makes 16:9 and 9:16 of 720, 1080 or 2160 lines, not " + request.format(),
          "use 1280x720 or 720x1280; the finished video can have another size");
    } else if (!model.perSecond().containsKey(resolution.get())) {
      found.error(
          "format",
          model.id() + " does not make " + resolution.get().word(),
          "use a smaller size, or a model that is not Lite");
    }
  }

  private void length(VeoMode mode, ClipRequest request, Found found) {
    var length = request.duration();
    if (mode == VeoMode.EXTENSION) {
      if (!length.equals(VeoAbilities.EXTENSION)) {
        found.error("duration", "an extension adds 7 s, not " + length, "ask for 7 s");
      }
      return;
    }
    if (!VeoAbilities.LENGTHS.contains(length)) {
      found.error("duration", "Veo makes clips of 4, 6 or 8 s, not " + length, "ask for 8 s");
      return;
    }
    if (length.equals(EIGHT)) {
      return;
    }
    boolean isLarge = Resolution.of(request.format()).filter(r -> r != Resolution.P720).isPresent();
    if (mode == VeoMode.REFERENCES) {
      found.error("duration", "a clip with reference pictures is 8 s long", "ask for 8 s");
    } else if (isLarge && !options.google().isPlatform()) {
      found.error("duration", "a clip of 1080p or 4k is 8 s long", "ask for 8 s, or for 720p");
    } else if (mode == VeoMode.INTERPOLATION && !options.google().isPlatform()) {
      found.warning(
          "duration", "with a last frame Google has refused other lengths than 8 s", "ask for 8 s");
    }
  }

  private void features(VeoModel model, ClipRequest request, Found found) {
    int references = request.references().size();
    if (references > 0 && !model.has(Feature.REFERENCES)) {
      found.error("references", model.id() + " takes no reference pictures", "use another model");
    } else if (references > VeoAbilities.REFERENCES) {
      found.error("references", "Veo takes 3 reference pictures, not " + references, "leave some");
    } else if (references > 0 && request.format().height() > request.format().width()) {
      found.warning(
          "references",
          "reference pictures in 9:16 are documented, but some were refused; a refusal is free",
          "make the story in 16:9, or leave them out, if yours is refused");
    }
    if (request.lastFrame() != null && !model.has(Feature.LAST_FRAME)) {
      found.error("lastFrame", model.id() + " takes no last frame", "use another model");
    }
    if (!request.negativePrompt().isBlank() && !model.has(Feature.NEGATIVE_PROMPT)) {
      found.error("negativePrompt", model.id() + " takes none", "say it in the prompt");
    }
    var seed = request.seed();
    if (seed != null && !model.has(Feature.SEED)) {
      found.error("seed", "the Gemini API takes no seed", "leave it out, or use the platform");
    } else if (seed != null && (seed < 0 || seed > 0xffff_ffffL)) {
      found.error("seed", "a seed is 0 to 4294967295, not " + seed, "use another one");
    }
    if (!request.audio() && model.perSecondSilent().isEmpty()) {
      found.error(
          "audio",
          model.id() + " always makes sound",
          "ask for sound and leave it away afterwards, or use the platform");
    }
  }

  private static void combinations(ClipRequest request, Found found) {
    boolean framed = request.firstFrame() != null || request.lastFrame() != null;
    if (request.lastFrame() != null && request.firstFrame() == null) {
      found.error("lastFrame", "a last frame needs a first one", "give both");
    }
    if (!request.references().isEmpty() && framed) {
      found.error("references", "reference pictures exclude first and last frames", "leave one");
    }
    if (request.extend() != null && !request.references().isEmpty()) {
      found.error("references", "an extension takes no reference pictures", "leave them out");
    }
    if (request.extend() != null && framed) {
      found.error("firstFrame", "an extension takes no frames", "leave them out");
    }
  }

  private static void texts(ClipRequest request, Found found) {
    if (request.prompt().isBlank()) {
      found.error("prompt", "there is none", "say what happens");
    }
    if (VeoAbilities.tokens(request.prompt()) > VeoAbilities.TOKENS) {
      found.error(
          "prompt",
          String.format(
              Locale.ROOT,
              "Veo reads 1,024 tokens, about %d characters (1,024 of Chinese, Japanese or Korean),"
                  + " not %d",
              VeoAbilities.PROMPT,
              request.prompt().length()),
          "shorten it");
    }
  }

  private static void pictures(ClipRequest request, Found found) {
    for (int i = 0; i < request.references().size(); i++) {
      picture("references[" + i + "]", request.references().get(i), found);
    }
    if (request.firstFrame() != null) {
      picture("firstFrame", request.firstFrame(), found);
    }
    if (request.lastFrame() != null) {
      picture("lastFrame", request.lastFrame(), found);
    }
  }

  private static void picture(String field, Artifact picture, Found found) {
    if (!PICTURES.contains(picture.mediaType())) {
      found.error(field, "Veo takes JPEG and PNG, not " + picture.mediaType(), "convert it");
    }
    if (picture.size() > PICTURE) {
      found.error(field, "Veo takes pictures up to 20 MB", "make it smaller");
    }
  }

  private void people(VeoMode mode, Found found) {
    var word = options.personGeneration().orElse(null);
    if (word == null) {
      return;
    }
    var allowed =
        options.google().isPlatform()
            ? Set.of("allow_adult", "allow_all", "disallow", "dont_allow")
            : Set.of(mode.isAllowAll() ? "allow_all" : "allow_adult");
    if (!allowed.contains(word)) {
      found.error(
          "vidgen.veo.person-generation",
          word + " is not taken for " + mode.words(),
          "leave it out, which always works");
    }
  }
}
