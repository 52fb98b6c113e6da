package io.vidgen.examples;

import io.vidgen.job.RenderPlan;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.script.ScriptParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
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
      var plan = pipeline.plan(request); // spends nothing
      out.print(plan.describe());
      if (!vendors.isSandbox()) {
        checkPrice(plan, Money.usd(arguments.option("--most").orElse("0")));
      }
      var render = pipeline.render(request);
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("story.mp4")));
    }
  }

  private static StoryBuilder story(Arguments arguments) throws IOException {
    var script = arguments.option("--script").map(Path::of);
    if (script.isPresent()) {
      return VideoRequest.story(ScriptParser.ofDefaults().parse(script.get()));
    }
    var theme =
        arguments.option("--theme").orElse("a lighthouse keeper finds a letter in a bottle");
    return VideoRequest.story(theme)
        .language(Locale.forLanguageTag(arguments.option("--language").orElse("en")))
        .length(Duration.ofSeconds(Long.parseLong(arguments.option("--seconds").orElse("29"))));
  }

  private static void checkPrice(RenderPlan plan, Money most) {
    boolean within =
        plan.price() instanceof Price.Range price
            ? price.high().compareTo(most) <= 0
            : plan.price() instanceof Price.Free;
    if (!within) {
      throw new IllegalArgumentException(
          "the plan may cost " + plan.price() + ": allow that with --most DOLLARS\n" + USAGE);
    }
  }
}
