package io.vidgen.examples;

import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.script.ScriptParser;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * From a theme and a character to a video with native sound and captions, by Gemini, Nano Banana
 * and Veo: {@code story [--theme TEXT] [--script FILE] [--name NAME] [--look TEXT] [--language TAG]
 * [--seconds N] [--most DOLLARS] [--out FILE]}. With {@code GEMINI_API_KEY} or {@code
 * GOOGLE_API_KEY} set it is Google itself, and a story whose plan may cost more than {@code --most}
 * is not bought; otherwise a sandbox. The last line that it prints is the path of the MP4.
 */
public final class StoryQuickStart {
  static final String USAGE =
      "usage: story [--theme TEXT] [--script FILE] [--name NAME] [--look TEXT] [--language TAG]"
          + " [--seconds N] [--most DOLLARS] [--out FILE]";

  private static final Path HOME = Path.of("target", "story");

  private StoryQuickStart() {}

  /**
   * Makes the story.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    Program.run(
        () -> {
          try (var vendors = Vendors.of("GEMINI_API_KEY", "GOOGLE_API_KEY")) {
            return render(Arguments.parse(USAGE, args), vendors, HOME, System.out);
          }
        });
  }

  static Path render(Arguments arguments, Vendors vendors, Path home, PrintStream out)
      throws IOException {
    var most = most(arguments.withoutWords(USAGE), vendors);
    var hero =
        Character.create(
            arguments.option("--name").orElse("Mira"),
            arguments.option("--look").orElse("a young lighthouse keeper in a yellow raincoat"),
            "soft watercolour animation");
    var request = story(arguments).characters(hero).build();
    out.println("Google is " + vendors.describe());
    try (var pipeline =
        vendors
            .pipeline(home)
            .scripts("gemini")
            .images("nano-banana")
            .videos("veo")
            .addListener(new ProgressBar(out))
            .build()) {
      var plan = Program.plan(pipeline, request, out);
      if (!vendors.isSandbox()) {
        checkPrice(plan.price(), most);
      }
      var render = pipeline.render(request);
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("story.mp4")));
    }
  }

  private static Money most(Arguments arguments, Vendors vendors) {
    var most = arguments.number("--most");
    if (most.isPresent() && vendors.isSandbox()) {
      throw new IllegalArgumentException(
          "--most is for Google itself: set GEMINI_API_KEY, or leave it out for the sandbox");
    }
    return Money.usd(most.orElse(BigDecimal.ZERO).toPlainString());
  }

  private static StoryBuilder story(Arguments arguments) throws IOException {
    var script = arguments.file("--script");
    if (script.isPresent()) {
      for (var name : List.of("--theme", "--language", "--seconds")) {
        if (arguments.option(name).isPresent()) {
          throw new IllegalArgumentException(
              name + " is for a theme: leave it out, or leave out --script");
        }
      }
      return VideoRequest.story(ScriptParser.ofDefaults().parse(script.get()));
    }
    var theme =
        arguments.option("--theme").orElse("a lighthouse keeper finds a letter in a bottle");
    long seconds = arguments.number("--seconds").map(BigDecimal::longValue).orElse(29L);
    return VideoRequest.story(theme)
        .language(language(arguments.option("--language").orElse("en")))
        .length(Duration.ofSeconds(seconds));
  }

  /** Google refuses no language, so what is no language at all is found here. */
  private static Locale language(String tag) {
    var language = Locale.forLanguageTag(tag);
    boolean known =
        Arrays.stream(Locale.getAvailableLocales())
            .anyMatch(
                one ->
                    !one.getLanguage().isEmpty()
                        && one.getLanguage().equals(language.getLanguage()));
    if (!known) {
      throw new IllegalArgumentException(
          "--language: nobody knows '" + tag + "', give a tag such as en, fr or pt-BR");
    }
    return language;
  }

  private static void checkPrice(Price price, Money most) {
    if (price instanceof Price.Range range) {
      if (range.high().compareTo(most) > 0) {
        throw new IllegalArgumentException(
            "nothing was bought: it may cost "
                + range.high()
                + ", allow that by --most "
                + range.high().amount().setScale(0, RoundingMode.UP));
      }
    } else if (!(price instanceof Price.Free)) {
      throw new IllegalArgumentException("nothing was bought: nobody knows the price, " + price);
    }
  }
}
