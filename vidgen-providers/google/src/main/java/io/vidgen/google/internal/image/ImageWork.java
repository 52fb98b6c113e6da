package io.vidgen.google.internal.image;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.ImageConfig;
import com.google.genai.types.Part;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.content.Usage;
import io.vidgen.model.Artifact;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;

/** Asks for a picture by one paid call and stores it. */
public final class ImageWork implements QuickWork<ImageRequest, ImageResult> {

  private static final String KEEP =
      "The pictures above are references, the most important first. Whoever and whatever of them"
          + " is in the new picture looks exactly as there.";

  private final ImageSettings settings;
  private final ImagePrices prices;
  private final Asking asking;

  /** One paid call of generateContent. */
  @FunctionalInterface
  public interface Asking {

    /**
     * Sends it once.
     *
     * @param content references and prompt
     * @param config how to answer
     * @param context deadline and cancellation
     * @return the answer
     * @throws VidgenException if it was refused or its outcome is not known
     */
    GenerateContentResponse ask(Content content, GenerateContentConfig config, CallContext context);
  }

  /**
   * Pictures by way of a service.
   *
   * @param settings model and size
   * @param asking sends calls
   */
  public ImageWork(ImageSettings settings, Asking asking) {
    this.settings = settings;
    this.prices = new ImagePrices(settings);
    this.asking = asking;
  }

  @Override
  public ImageResult call(ImageRequest request, CallContext context) {
    var errors =
        new ImageChecks(settings)
            .check(request).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    if (!errors.isEmpty()) {
      throw VidgenException.invalid("request", errors);
    }
    var content = content(request, context);
    var response = asking.ask(content, config(request), context);
    Usage.of(response)
        .flatMap(usage -> prices.charged(request, usage, Picture.isIn(response)))
        .ifPresent(context::charged);
    var picture = Picture.in(response);
    context.progress(1);
    return new ImageResult(stored(picture, context));
  }

  private static Content content(ImageRequest request, CallContext context) {
    var parts = new ArrayList<Part>();
    try {
      for (var reference : request.references()) {
        var bytes = Files.readAllBytes(context.file(reference));
        parts.add(Part.fromBytes(bytes, reference.mediaType()));
      }
    } catch (IOException e) {
      throw local("a reference picture cannot be read", e, false);
    }
    parts.add(Part.fromText(prompt(request)));
    return Content.builder().role("user").parts(parts).build();
  }

  /** The words of the request, and what holds for all pictures of a video. */
  static String prompt(ImageRequest request) {
    var prompt = new StringBuilder(request.prompt().strip());
    if (!request.style().isBlank()) {
      prompt.append("\n\nStyle: ").append(request.style().strip());
    }
    if (!request.references().isEmpty()) {
      prompt.append("\n\n").append(KEEP);
    }
    return prompt.toString();
  }

  private GenerateContentConfig config(ImageRequest request) {
    var image = ImageConfig.builder().aspectRatio(settings.ratioFor(request.format()).toString());
    int size = settings.sizeFor(request.format());
    if (size > 1) {
      // 1K is what is made anyway, and the only size of models that do not know the field.
      image.imageSize(size + "K");
    }
    var config =
        GenerateContentConfig.builder()
            .responseModalities("TEXT", "IMAGE")
            .imageConfig(image.build());
    var seed = request.seed();
    if (seed != null || request.take() > 0) {
      long sum = (seed == null ? 0 : seed) + request.take();
      config.seed((int) (sum % Integer.MAX_VALUE));
    }
    return config.build();
  }

  private static Artifact stored(Picture picture, CallContext context) {
    try {
      return context.store(picture.write(context.workDirectory()), picture.mediaType());
    } catch (IOException e) {
      throw local("the picture was paid for, but cannot be written", e, true);
    }
  }

  private static VidgenException local(String what, IOException e, boolean charged) {
    return new VidgenException(
        Failure.of(FailureKind.LOCAL, what + ": " + e, "see that the disk has room")
            .charged(charged),
        e);
  }
}
