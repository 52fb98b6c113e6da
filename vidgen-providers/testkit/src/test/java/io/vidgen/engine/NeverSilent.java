package io.vidgen.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.Work;
import io.vidgen.testkit.FakeVideoProvider;
import java.util.List;

/** One that always makes sound, as the Gemini API does. */
record NeverSilent(FakeVideoProvider camera) implements VideoProvider {
  @Override
  public String id() {
    return camera.id();
  }

  @Override
  public String model() {
    return camera.model();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder().addFeatures(Feature.NATIVE_AUDIO, Feature.REFERENCES).build();
  }

  @Override
  public ClipLimits limits() {
    return camera.limits();
  }

  @Override
  public PriceCard priceCard() {
    return camera.priceCard();
  }

  @Override
  public Price price(ClipRequest request) {
    return camera.price(request);
  }

  @Override
  public SubmitSafety submitSafety() {
    return camera.submitSafety();
  }

  @Override
  public List<Problem> check(ClipRequest request) {
    return request.audio()
        ? camera.check(request)
        : List.of(Problem.error("audio", "cannot be left out", ""));
  }

  @Override
  public Work<ClipRequest, ClipResult> work() {
    return camera.work();
  }
}
