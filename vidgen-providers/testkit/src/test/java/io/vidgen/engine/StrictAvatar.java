package io.vidgen.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Work;
import java.util.List;

/** Works as another does, for a dollar a second, and takes only recordings up to a size. */
record StrictAvatar(AvatarProvider other, String id, Capabilities capabilities, long mostBytes)
    implements AvatarProvider {

  static StrictAvatar of(AvatarProvider other, long mostBytes) {
    return new StrictAvatar(other, "strict", other.capabilities(), mostBytes);
  }

  @Override
  public String model() {
    return other.model();
  }

  @Override
  public PriceCard priceCard() {
    return other.priceCard();
  }

  @Override
  public Price price(AvatarRequest request) {
    var length = request.length();
    return length == null
        ? new Price.Unknown("no length")
        : Price.exactly(Money.usd(Long.toString(length.toSeconds())));
  }

  @Override
  public SubmitSafety submitSafety() {
    return other.submitSafety();
  }

  @Override
  public List<Problem> check(AvatarRequest request) {
    var speech = request.speech();
    return speech == null || speech.size() <= mostBytes
        ? List.of()
        : List.of(Problem.error("speech", speech.size() + " bytes are too many", "split it"));
  }

  @Override
  public Work<AvatarRequest, ClipResult> work() {
    return other.work();
  }
}
