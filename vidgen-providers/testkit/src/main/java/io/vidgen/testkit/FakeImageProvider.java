package io.vidgen.testkit;

import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;
import java.nio.file.Files;

/** Makes pictures of one pixel, at once and for nothing. Deterministic. */
public final class FakeImageProvider implements ImageProvider {
  /** Name of its one method in {@link #calls()}; the detail is the prompt. */
  public static final String DRAW = "draw";

  private final FakeCalls calls = new FakeCalls();
  private final String model;

  private FakeImageProvider(String model) {
    this.model = model;
  }

  /**
   * One of model {@code 1}.
   *
   * @return the provider
   */
  public static FakeImageProvider create() {
    return ofModel("1");
  }

  /**
   * One of another model.
   *
   * @param model not blank
   * @return the provider
   */
  public static FakeImageProvider ofModel(String model) {
    return new FakeImageProvider(model);
  }

  /**
   * What was asked, and what happens next.
   *
   * @return calls, failures and holds
   */
  public FakeCalls calls() {
    return calls;
  }

  @Override
  public String id() {
    return "fake-image";
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ANY;
  }

  @Override
  public QuickWork<ImageRequest, ImageResult> work() {
    return (request, context) -> {
      calls.enter(DRAW, request.prompt(), context);
      var file = context.workDirectory().resolve("picture.png");
      Files.write(file, FakeFiles.png(model + " " + request));
      return new ImageResult(context.store(file, "image/png"));
    };
  }
}
