package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.google.ContentDesk.Made;
import io.vidgen.sandbox.internal.server.Call;
import java.util.List;

/** Writes scripts, and nothing else: every request is taken for one. */
final class Texts {
  /** What can go wrong with a text that was accepted. */
  static final List<String> QUIRKS =
      List.of(
          "broken-json",
          "too-few-scenes",
          "max-tokens",
          "safety",
          "blocked-prompt",
          "no-candidates");

  private Texts() {}

  static Made make(Model model, ContentAsk ask, Call call) {
    boolean rejected = call.fate().filter(f -> f == Fault.Fate.REJECTED).isPresent();
    var quirk = rejected ? "safety" : call.quirk().orElse("");
    return switch (quirk) {
      case "safety" -> made(model, ask, ContentAnswer.without("SAFETY"), 0);
      case "blocked-prompt" -> made(model, ask, ContentAnswer.blocked("PROHIBITED_CONTENT"), 0);
      case "no-candidates" -> made(model, ask, ContentAnswer.none(), 0);
      default -> written(model, ask, quirk);
    };
  }

  private static Made written(Model model, ContentAsk ask, String quirk) {
    var wish = StoryAsk.of(ask);
    var story = StoryWriter.write(quirk.equals("too-few-scenes") ? wish.oneLess() : wish);
    var text = StoryText.of(story, ask);
    int most = quirk.equals("max-tokens") ? TextTokens.count(text) / 2 : ask.mostTokens();
    if (TextTokens.count(text) > most) {
      var part = TextTokens.cut(text, most);
      return made(model, ask, ContentAnswer.text(part, "MAX_TOKENS"), most);
    }
    if (quirk.equals("broken-json")) {
      text = "```json\n" + text.substring(0, text.length() * 2 / 3) + ",,";
    }
    return made(model, ask, ContentAnswer.text(text, "STOP"), TextTokens.count(text));
  }

  private static Made made(Model model, ContentAsk ask, ContentAnswer answer, int tokens) {
    return new Made(
        answer,
        Tokens.ofText(ask.tokens(), tokens),
        model.price(ask.tokens(), tokens),
        ask.tokens() + " tokens in and " + tokens + " out by " + model.id());
  }
}
