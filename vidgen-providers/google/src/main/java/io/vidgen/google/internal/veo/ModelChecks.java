package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.spi.ClipRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a model can do what a request asks of it. */
final class ModelChecks {
  private ModelChecks() {}

  static void check(VeoModel model, ClipRequest request, Found found) {
    size(model, request, found);
    length(model, request, found);
    references(model, request, found);
    features(model, request, found);
  }

  private static void size(VeoModel model, ClipRequest request, Found found) {
    var resolution = Resolution.of(request.format());
    if (resolution.isEmpty()) {
      found.error(
          "format",
          "Veo makes 16:9 and 9:16 of 720, 1080 or 2160 lines, not " + request.format(),
          "use 1280x720 or 720x1280; the finished video can have another size");
    } else if (!model.makes(resolution.get())) {
      found.error(
          "format",
          model.id() + " does not make " + resolution.get().word(),
          "use a smaller size, or a model that is not Lite");
    }
  }

  private static void length(VeoModel model, ClipRequest request, Found found) {
    var mode = VeoMode.of(request);
    if (mode == VeoMode.EXTENSION) {
      extension(model, request.duration(), found);
      return;
    }
    var length = request.duration();
    if (!model.lengths().contains(length)) {
      found.error(
          "duration",
          "Veo makes clips of " + words(model.lengths()) + ", not " + length,
          ask(model.lengths()));
      return;
    }
    boolean isLarge = Resolution.of(request.format()).filter(r -> r != Resolution.P720).isPresent();
    if (mode == VeoMode.REFERENCES && !model.lengthsWithReferences().contains(length)) {
      var lengths = model.lengthsWithReferences();
      found.error(
          "duration",
          "a clip with reference pictures is " + words(lengths) + " long",
          ask(lengths));
    } else if (isLarge && !model.lengthsAbove720p().contains(length)) {
      var lengths = model.lengthsAbove720p();
      found.error(
          "duration",
          "a clip of 1080p or 4k is " + words(lengths) + " long",
          ask(lengths) + ", or for 720p");
    } else if (mode == VeoMode.INTERPOLATION
        && !model.isPlatform()
        && !length.equals(model.lengths().get(0))) {
      found.warning(
          "duration",
          "with a last frame Google has refused other lengths than "
              + seconds(model.lengths().get(0)),
          ask(model.lengths()));
    }
  }

  private static void extension(VeoModel model, Duration length, Found found) {
    if (model.isExtending() && !length.equals(model.extension())) {
      var added = seconds(model.extension());
      found.error("duration", "an extension adds " + added + ", not " + length, "ask for " + added);
    }
  }

  private static void references(VeoModel model, ClipRequest request, Found found) {
    int references = request.references().size();
    int most = model.references();
    if (references > 0 && most == 0) {
      found.error("references", model.id() + " takes no reference pictures", "use another model");
    } else if (references > most) {
      found.error(
          "references",
          "Veo takes " + most + " reference pictures, not " + references,
          "leave some");
    } else if (references > 0 && request.format().height() > request.format().width()) {
      found.warning(
          "references",
          "reference pictures in 9:16 are documented, but some were refused; a refusal is free",
          "make the story in 16:9, or leave them out, if yours is refused");
    }
  }

  private static void features(VeoModel model, ClipRequest request, Found found) {
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
    if (!request.audio() && !model.has(Feature.SILENT)) {
      found.error(
          "audio",
          model.id() + " always makes sound",
          "ask for sound and leave it away afterwards, or use the platform");
    }
  }

  private static String ask(List<Duration> lengths) {
    return "ask for " + seconds(lengths.get(0));
  }

  /** Such as {@code 4, 6 or 8 s}. */
  private static String words(List<Duration> lengths) {
    var sorted = lengths.stream().sorted().map(length -> length.toSeconds() + "").toList();
    int last = sorted.size() - 1;
    var before = sorted.stream().limit(last).collect(Collectors.joining(", "));
    return (before.isEmpty() ? "" : before + " or ") + sorted.get(last) + " s";
  }

  private static String seconds(Duration length) {
    return length.toSeconds() + " s";
  }
}
