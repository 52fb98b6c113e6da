package io.vidgen.examples;

import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.routing.VideoRouter;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What happens when a voice cannot serve: {@code fallbacks [--out FILE]}. A sandbox plays
 * ElevenLabs, whose account is empty, and a Coqui server that is well. It costs nothing and needs
 * no key. The decisions are printed; the last line is the path of the MP4.
 */
public final class Fallbacks {
  static final String USAGE = "usage: fallbacks [--out FILE]";

  private static final Path HOME = Path.of("target", "fallbacks");

  private Fallbacks() {}

  /**
   * Tells two sentences.
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
    sandbox.inject(
        FaultRule.always(Vendor.ELEVENLABS, "*", Fault.parse("error:insufficient_credits")));
    var scenes = List.of(Scene.narrated("Somebody has to say it."), Scene.narrated("Here I am."));
    var script = new Script("Fallbacks", Locale.ENGLISH, scenes);
    try (var pipeline =
        Vendors.of(sandbox)
            .pipeline(home)
            .speech("elevenlabs", "coqui") // this order: the next one steps in
            // nobody knows how a Coqui model sounds, so it has to be named
            .router(VideoRouter.listed().standIn("", "coqui", ""))
            .images("storyboard")
            .addListener(decisions(out))
            .build()) {
      var request = VideoRequest.narrated(script).build();
      print(Program.plan(pipeline, request, out), out);
      var render = pipeline.render(request);
      out.println("cost: " + render.cost());
      pipeline.health().stream()
          .filter(health -> health.kind().equals("speech"))
          .forEach(
              health ->
                  out.printf(
                      Locale.ROOT,
                      "%s: %d calls, %.0f %% failed%n",
                      health.provider(),
                      health.calls(),
                      100 * health.failureRate()));
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("fallbacks.mp4")));
    }
  }

  /** Who would be asked, before anything is. */
  private static void print(RenderPlan plan, PrintStream out) {
    // tag::plan
    for (var step : plan.steps()) {
      if (step.routing() != null) {
        out.println(step.id() + ": " + step.routing().describe());
      }
    }
    // end::plan
  }

  // tag::events
  /** Who was asked instead of whom, and why. */
  static RenderListener decisions(PrintStream out) {
    return event -> {
      if (event instanceof RenderEvent.FellBack back) {
        var who = back.step().provider();
        var why = back.failure().message();
        out.println(who + " could not: " + why + "; " + back.provider() + " is asked instead");
      }
    };
  }
  // end::events
}
