package io.vidgen.testkit;

import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Writes scripts at once for 0.01 USD. Deterministic. Each scene mentions one of the characters in
 * turn; scenes have one or two clips, as many as are asked for in all.
 */
public final class FakeScriptProvider implements ScriptProvider {
  /** Name of its one method in {@link #calls()}; the detail is the theme. */
  public static final String WRITE = "write";

  /** What a script costs. */
  public static final Money PRICE = Money.usd("0.01");

  private static final int USUAL_SCENES = 3;

  private final FakeCalls calls;
  private final Capabilities able;
  private final UnaryOperator<Script> change;
  private final List<ScriptRequest> requests;

  private FakeScriptProvider(
      FakeCalls calls,
      Capabilities able,
      UnaryOperator<Script> change,
      List<ScriptRequest> requests) {
    this.requests = requests;
    this.calls = calls;
    this.able = able;
    this.change = change;
  }

  /**
   * One that knows every language and does what it is asked.
   *
   * @return the provider
   */
  public static FakeScriptProvider create() {
    return new FakeScriptProvider(
        new FakeCalls(), Capabilities.ANY, UnaryOperator.identity(), new CopyOnWriteArrayList<>());
  }

  /**
   * The same with other abilities.
   *
   * @param able what it can do
   * @return the new provider, which counts with the old one
   */
  public FakeScriptProvider able(Capabilities able) {
    return new FakeScriptProvider(calls, able, change, requests);
  }

  /**
   * The same that hands over something else than what it wrote.
   *
   * @param change makes the script that comes back
   * @return the new provider, which counts with the old one
   */
  public FakeScriptProvider changing(UnaryOperator<Script> change) {
    return new FakeScriptProvider(calls, able, change, requests);
  }

  /**
   * What was asked, and what happens next.
   *
   * @return calls, failures and holds
   */
  public FakeCalls calls() {
    return calls;
  }

  /**
   * What was asked of this provider and of those made from it.
   *
   * @return the requests in the order in which they came, failed ones included
   */
  public List<ScriptRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public String id() {
    return "fake-script";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return able;
  }

  @Override
  public PriceCard priceCard() {
    return PriceCard.own(Rate.of(PriceUnit.REQUEST, PRICE));
  }

  @Override
  public Price price(ScriptRequest request) {
    return Price.exactly(PRICE);
  }

  @Override
  public QuickWork<ScriptRequest, ScriptResult> work() {
    return (request, context) -> {
      requests.add(request);
      calls.enter(WRITE, request.theme(), context);
      return new ScriptResult(change.apply(script(request)));
    };
  }

  private static Script script(ScriptRequest request) {
    var revision = request.revision();
    var title = request.theme() + (request.take() == 0 ? "" : " " + request.take());
    return revision == null
        ? new Script(title, request.language(), scenes(request))
        : new Script(title, request.language(), List.of(milder(revision.scene())));
  }

  private static List<Scene> scenes(ScriptRequest request) {
    int clips = request.clips();
    int usual = clips == 0 ? USUAL_SCENES : clips;
    int count = request.scenes() == 0 ? usual : request.scenes();
    var scenes = new ArrayList<Scene>();
    for (int i = 0; i < count; i++) {
      int own = clips == 0 ? 1 : clips * (i + 1) / count - clips * i / count;
      scenes.add(scene(i + 1, Math.max(1, own), request));
    }
    return scenes;
  }

  private static Scene scene(int number, int clips, ScriptRequest request) {
    var cast = request.characters();
    var who = cast.isEmpty() ? "A lake" : name(cast, number);
    var said =
        String.format(Locale.ROOT, "This is sentence %d of version %d.", number, request.take());
    return new Scene(
        "Scene " + number,
        List.of(DialogueLine.narrator(said)),
        who + " on page " + number,
        "",
        null,
        null,
        null,
        clips);
  }

  private static String name(List<Character> cast, int number) {
    return cast.get((number - 1) % cast.size()).name();
  }

  /** Without what a {@link FakeVideoProvider} filters. */
  private static Scene milder(Scene scene) {
    return new Scene(
        scene.heading(),
        scene.dialogue().stream()
            .map(line -> new DialogueLine(line.speaker(), line.direction(), mild(line.text())))
            .toList(),
        mild(scene.visual()),
        mild(scene.sound()),
        scene.say(),
        scene.caption(),
        scene.media(),
        scene.clips());
  }

  private static String mild(String text) {
    return text.replace(FakeVideoProvider.FILTERED, "(mild)")
        .replace(FakeVideoProvider.FILTERED_ONCE, "(mild)");
  }
}
