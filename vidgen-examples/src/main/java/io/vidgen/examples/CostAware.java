package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Chaining;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a video will cost, and what a change costs: {@code cost [--most DOLLARS] [--out FILE]}. The
 * bill is printed as a table and as JSON, the story is rendered within a budget, one sentence is
 * changed, and the next bill says what follows from that. A sandbox plays Google; no key is needed.
 * The last line that it prints is the path of the MP4.
 */
public final class CostAware {
  static final String USAGE = "usage: cost [--most DOLLARS] [--out FILE]";

  private static final Path HOME = Path.of("target", "cost");

  private CostAware() {}

  /**
   * Plans, renders, changes and plans again.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    Program.run(
        () -> {
          try (var sandbox = Sandbox.start()) {
            return render(Arguments.parse(USAGE, args), sandbox, HOME, System.out);
          }
        });
  }

  static Path render(Arguments arguments, Sandbox sandbox, Path home, PrintStream out)
      throws IOException {
    var most = arguments.withoutWords(USAGE).number("--most");
    var budget = most.map(dollars -> Money.usd(dollars.toPlainString())).orElse(Money.usd("10"));
    try (var pipeline = Vendors.of(sandbox).pipeline(home).videos("veo").build()) {
      // tag::budget
      var options =
          RenderOptions.builder().project("lighthouse").budget(Budget.perRender(budget)).build();
      // end::budget
      var plan = pipeline.plan(story("The light is on."), options);
      out.print(plan.describe());
      out.print(plan.toJson());
      out.println("the bill: " + plan.bill());
      var render = pipeline.render(story("The light is on."), options);
      out.println("paid: " + render.cost());
      change(pipeline, options, out);
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("cost.mp4")));
    } catch (VidgenException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void change(VideoPipeline pipeline, RenderOptions options, PrintStream out) {
    // tag::changes
    var plan = pipeline.plan(story("The light is out."), options);
    out.println(plan.comparison().summary());
    for (var change : plan.changes()) {
      out.println(change.step() + " " + change.kind() + " " + change.why());
    }
    out.println("the change: " + plan.bill());
    // end::changes
  }

  /** Two clips that stand alone, so that a change of one leaves the other. */
  private static Story story(String sentence) {
    var scenes =
        List.of(
            scene("A lighthouse at dusk, waves below", "Night falls over the sea."),
            scene("A keeper climbs the stairs", sentence));
    return VideoRequest.story(new Script("Lighthouse", Locale.ENGLISH, scenes))
        .chaining(Chaining.SEPARATE)
        .build();
  }

  private static Scene scene(String visual, String sentence) {
    return new Scene("", List.of(DialogueLine.narrator(sentence)), visual, "", null, null, null, 1);
  }
}
