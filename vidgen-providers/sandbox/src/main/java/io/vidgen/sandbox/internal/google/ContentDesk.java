package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.google.Model.Kind;
import io.vidgen.sandbox.internal.google.Model.Place;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Texts and pictures: one call that answers at once and costs what it made. */
final class ContentDesk {
  static final String TEXT = "generateContent";
  static final String PICTURE = "generateImage";

  private static final long LARGEST_BODY = 60L << 20;
  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofSeconds(8);
  private static final List<String> PLATFORM =
      List.of(
          "/v1beta1/publishers/google",
          "/v1beta1/projects/{project}/locations/{location}/publishers/google");

  private final Studio studio;
  private final GoogleLimits limits;

  ContentDesk(Studio studio) {
    this.studio = studio;
    this.limits = new GoogleLimits(studio.limits());
  }

  /** What was made and what it costs. */
  record Made(ContentAnswer answer, Tokens tokens, BigDecimal price, String detail) {}

  /** Pictures and texts have one address, but are not one operation. */
  List<Route> routes() {
    var routes = new ArrayList<Route>();
    var prefixes = new ArrayList<>(PLATFORM);
    prefixes.add("/v1beta");
    for (String prefix : prefixes) {
      var place = prefix.equals("/v1beta") ? Place.GEMINI : Place.PLATFORM;
      for (String id : Models.images()) {
        var path = prefix + "/models/" + id + ":generateContent";
        routes.add(
            Route.of("POST", path, PICTURE, call -> answer(call, id, place, Kind.IMAGE))
                .limit(LARGEST_BODY));
      }
      var path = prefix + "/models/{model}:generateContent";
      routes.add(
          Route.of("POST", path, TEXT, call -> answer(call, call.param("model"), place, Kind.TEXT))
              .limit(LARGEST_BODY));
    }
    return routes;
  }

  private Reply answer(Call call, String id, Place place, Kind kind)
      throws IOException, InterruptedException {
    try {
      var model = Models.require(id, place, kind);
      if (call.path().contains("/locations/")) {
        Locations.require(call.param("location"), kind, id);
      }
      limits.request(call, place, id);
      var ask = ContentAsk.of(call.json().orElse(null), place);
      ContentRules.check(model, ask);
      if (call.fate().filter(f -> f == Fault.Fate.FAILED).isPresent()) {
        return GoogleErrors.named("internal");
      }
      var made =
          kind == Kind.IMAGE ? Pictures.make(model, ask, call) : Texts.make(model, ask, call);
      return charge(call, model, made);
    } catch (Refusal e) {
      return e.reply();
    }
  }

  private Reply charge(Call call, Model model, Made made) throws Refusal, InterruptedException {
    var used = studio.books().total(Vendor.GOOGLE, GoogleImitation.UNIT);
    if (studio.credits().subtract(used).compareTo(made.price()) < 0) {
      throw new Refusal(GoogleErrors.depleted());
    }
    studio.timers().pause(studio.dice().latency(Vendor.GOOGLE, call.operation(), LEAST, MOST));
    var id = studio.dice().id("", 22);
    if (made.price().signum() > 0) {
      studio
          .books()
          .charge(
              new Charge(
                  studio.clock().instant(),
                  Vendor.GOOGLE,
                  call.operation(),
                  id,
                  GoogleImitation.UNIT,
                  made.price(),
                  call.body().digest(),
                  null,
                  made.detail()));
    }
    return Reply.json(200, made.answer().json(model.id(), id, made.tokens()));
  }
}
