package io.vidgen.engine;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Writes scenes anew, for money: each of their words is put through a change. */
final class MildScripts implements ScriptProvider {
  private static final Money PRICE = Money.usd("0.01");

  final List<ScriptRequest> requests = new CopyOnWriteArrayList<>();
  private final UnaryOperator<String> change;

  MildScripts(UnaryOperator<String> change) {
    this.change = change;
  }

  @Override
  public String id() {
    return "mild";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ANY;
  }

  @Override
  public PriceCard priceCard() {
    return new PriceCard(LocalDate.of(2026, 1, 1), "fake", Map.of("scene", PRICE));
  }

  @Override
  public Price price(ScriptRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public QuickWork<ScriptRequest, ScriptResult> work() {
    return (request, context) -> {
      requests.add(request);
      var scene = request.revision().scene();
      var lines =
          scene.dialogue().stream()
              .map(l -> new DialogueLine(l.speaker(), l.direction(), change.apply(l.text())))
              .toList();
      var milder =
          new Scene("", lines, change.apply(scene.visual()), scene.sound(), null, null, null, 1);
      return new ScriptResult(new Script("", request.language(), List.of(milder)));
    };
  }
}
