package io.vidgen.google.internal.veo;

import io.vidgen.error.Problem;
import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoOptions;
import io.vidgen.model.Artifact;
import io.vidgen.spi.ClipRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Veo 3.1's rules, as far as a request can be checked without asking Google
 * (ai.google.dev/gemini-api/docs/veo and the platform's model pages, read 2026-09-19).
 */
public final class VeoChecks {
  private static final String SETTING = "vidgen.veo.model";
  private static final long PICTURE = 20L << 20;
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

  private final VeoOptions options;
  private final VeoAbilities abilities;
  private final SourceChecks sources;

  /** For some options. */
  public VeoChecks(VeoOptions options, InstantSource clock) {
    this.options = options;
    this.abilities = new VeoAbilities(options);
    this.sources = new SourceChecks(options, clock);
  }

  /** What is wrong with a request, a problem for each field and rule. */
  public List<Problem> of(ClipRequest request) {
    var found = Found.of(options.isUnchecked());
    var model = abilities.model();
    boolean isKnown = abilities.isKnown();
    if (!isKnown) {
      found.warning(
          SETTING,
          options.model() + " is not in the table of models: what it can do and costs is not known",
          "see that it is spelt right, or add it with VeoOptions.models; "
              + abilities.otherModels());
    } else if (model.isPlatform() != options.google().isPlatform()) {
      found.error(
          SETTING,
          options.model()
              + " is a model of "
              + (model.isPlatform() ? "the platform" : "the Gemini API"),
          abilities.otherModels());
    }
    VeoPlace.check(options, found);
    var ruled = isKnown ? found : Found.ofUnknownModel();
    ModelChecks.check(model, request, ruled);
    combinations(request, ruled);
    if (request.extend() != null) {
      sources.check(model, request, request.extend(), ruled);
    }
    if (ruled != found) {
      found.addAll(ruled);
    }
    texts(model, request, found);
    pictures(request, found);
    people(VeoMode.of(request), found);
    return found.all();
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

  private static void texts(VeoModel model, ClipRequest request, Found found) {
    if (request.prompt().isBlank()) {
      found.error("prompt", "there is none", "say what happens");
    }
    int most = model.promptTokens();
    if (VeoAbilities.tokens(request.prompt()) > most) {
      found.error(
          "prompt",
          String.format(
              Locale.ROOT,
              "Veo reads %,d tokens, about %d characters (%,d of Chinese, Japanese or Korean),"
                  + " not %d",
              most,
              VeoAbilities.LETTERS * most,
              most,
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
