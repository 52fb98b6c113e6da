package io.vidgen.google.internal.image;

import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.spi.ImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a request, found without asking anybody. */
public final class ImageChecks {

  /**
   * Bytes of all references together: a request may have 20 MB (ai.google.dev, image
   * understanding), of which base64 takes a third.
   */
  static final long MOST_BYTES = 14_000_000;

  static final Set<String> TYPES = Set.of("image/png", "image/jpeg");
  private static final int LONGEST_PROMPT = 20_000;

  private final ImageSettings settings;

  /**
   * Checks against a model.
   *
   * @param settings model and size
   */
  public ImageChecks(ImageSettings settings) {
    this.settings = settings;
  }

  /**
   * Checks a request.
   *
   * @param request a request
   * @return its problems
   */
  public List<Problem> check(ImageRequest request) {
    var problems = new ArrayList<Problem>();
    if (request.prompt().isBlank()) {
      problems.add(Problem.error("prompt", "is blank", "say what is seen"));
    }
    int length = request.prompt().length() + request.style().length();
    if (length > LONGEST_PROMPT) {
      problems.add(
          Problem.error(
              "prompt",
              "has " + length + " characters together with the style",
              "use at most " + LONGEST_PROMPT));
    }
    var seed = request.seed();
    if (seed != null && (seed < 0 || seed > Integer.MAX_VALUE)) {
      problems.add(Problem.error("seed", "is " + seed, "use 0 to " + Integer.MAX_VALUE));
    }
    checkReferences(request.references(), problems);
    return problems;
  }

  private void checkReferences(List<Artifact> references, List<Problem> problems) {
    int most = settings.known().references();
    if (references.size() > most) {
      problems.add(
          Problem.error(
              "references",
              settings.model() + " takes " + most + " pictures, not " + references.size(),
              "give the " + most + " most important ones, or use a model that takes more"));
    }
    for (int i = 0; i < references.size(); i++) {
      if (!TYPES.contains(references.get(i).mediaType())) {
        problems.add(
            Problem.error(
                "references[" + i + "]",
                "is " + references.get(i).mediaType(),
                "give a PNG or JPEG"));
      }
    }
    long bytes = references.stream().mapToLong(Artifact::size).sum();
    if (bytes > MOST_BYTES) {
      problems.add(
          Problem.error(
              "references",
              "have " + bytes + " bytes together",
              "make them smaller: a request holds " + MOST_BYTES));
    }
  }
}
