package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.google.ContentDesk.Made;
import io.vidgen.sandbox.internal.media.DrawnFigure;
import io.vidgen.sandbox.internal.media.Signature;
import io.vidgen.sandbox.internal.server.Call;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;

/** Draws the character that a prompt names, in the colour of the pictures that came with it. */
final class Pictures {
  /** What can go wrong with a picture that was accepted. */
  static final List<String> QUIRKS =
      List.of("text-only", "no-image", "image-safety", "blocked-prompt", "thought-image");

  private static final int TOKENS = 1120;
  private static final String SAID = "Here it is.";
  private static final int LEAST_THOUGHTS = 40;
  private static final int MORE_THOUGHTS = 400;
  private static final Map<String, Integer> SIZES = Map.of("1K", 1024, "2K", 2048, "4K", 4096);
  private static final Set<String> RATIOS =
      Set.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");
  private static final Set<String> EXTREME = Set.of("1:4", "4:1", "1:8", "8:1");
  private static final Set<String> TAKE_EXTREME =
      Set.of("gemini-3.1-flash-image", "gemini-nano-banana-2.1");

  private Pictures() {}

  static Made make(Model model, ContentAsk ask, Call call) throws Refusal, IOException {
    var ratio = ratio(model, ask);
    var size = size(model, ask);
    boolean rejected = call.fate().filter(f -> f == Fault.Fate.REJECTED).isPresent();
    var quirk = rejected ? "image-safety" : call.quirk().orElse("");
    return switch (quirk) {
      case "text-only" ->
          free(ContentAnswer.text("I see a figure before hills. Shall I draw it?", "STOP"));
      case "no-image" -> free(ContentAnswer.without("NO_IMAGE"));
      case "image-safety" -> free(ContentAnswer.without("IMAGE_SAFETY"));
      case "blocked-prompt" -> free(ContentAnswer.blocked("PROHIBITED_CONTENT"));
      default -> {
        var png = draw(ask, ratio, SIZES.getOrDefault(size, 1024));
        var answer = ContentAnswer.picture(SAID, png, quirk.equals("thought-image"));
        yield drawn(model, ask, size, answer);
      }
    };
  }

  /** What is asked, said and thought costs something beside the picture. */
  private static Made drawn(Model model, ContentAsk ask, String size, ContentAnswer answer) {
    int said = TextTokens.count(SAID);
    int thoughts = LEAST_THOUGHTS + Math.floorMod(ask.user().hashCode(), MORE_THOUGHTS);
    var tokens = new Tokens(ask.tokens(), TOKENS + said, said, thoughts);
    var price = model.price(size).add(model.price(tokens.input(), said + thoughts));
    return new Made(answer, tokens, price, "a picture of " + size + " by " + model.id());
  }

  private static Made free(ContentAnswer answer) {
    return new Made(answer, Tokens.NONE, BigDecimal.ZERO, "nothing");
  }

  private static String ratio(Model model, ContentAsk ask) throws Refusal {
    var ratio = ask.config().path("imageConfig").path("aspectRatio").asText("1:1");
    if (RATIOS.contains(ratio) || (EXTREME.contains(ratio) && TAKE_EXTREME.contains(model.id()))) {
      return ratio;
    }
    throw new Refusal(
        GoogleErrors.invalid("Aspect ratio " + ratio + " is not supported by this model."));
  }

  private static String size(Model model, ContentAsk ask) throws Refusal {
    var size = ask.config().path("imageConfig").path("imageSize").asText("1K");
    if (!model.prices().containsKey(size)) {
      throw new Refusal(GoogleErrors.invalid("Image size " + size + " is not supported."));
    }
    return size;
  }

  private static byte[] draw(ContentAsk ask, String ratio, int side) throws Refusal, IOException {
    int colon = ratio.indexOf(':');
    double wide = Integer.parseInt(ratio.substring(0, colon));
    double high = Integer.parseInt(ratio.substring(colon + 1));
    double factor = side / Math.sqrt(wide * high);
    int width = Math.max(16, (int) (wide * factor) / 16 * 16);
    int height = Math.max(16, (int) (high * factor) / 16 * 16);
    long seed = ask.user().hashCode() * 31L + ask.config().path("seed").asLong(0);
    var image = DrawnFigure.picture(width, height, signatures(ask), seed);
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this JDK writes no PNG");
    }
    return out.toByteArray();
  }

  /** Those of the pictures that came with it, else that of the name. */
  private static List<Integer> signatures(ContentAsk ask) throws Refusal, IOException {
    var found = new ArrayList<Integer>();
    for (byte[] bytes : ask.pictures()) {
      signature(bytes).ifPresent(found::add);
    }
    var names = CharacterNames.in(ask.user());
    return found.isEmpty()
        ? List.of(Signature.of(names.isEmpty() ? ask.user() : names.get(0)))
        : found;
  }

  private static OptionalInt signature(byte[] bytes) throws Refusal, IOException {
    var image = ImageIO.read(new ByteArrayInputStream(bytes));
    if (image == null) {
      throw new Refusal(GoogleErrors.invalid("Unable to process input image."));
    }
    return Signature.in(image);
  }
}
