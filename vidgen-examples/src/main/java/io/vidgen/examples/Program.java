package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the programs have in common. */
final class Program {
  private Program() {}

  /** Makes a video. */
  @FunctionalInterface
  interface Task {
    Path run() throws IOException;
  }

  /** Runs a program: its last line is the path of the video, or else it says why there is none. */
  static void run(Task task) {
    try {
      System.out.println(task.run());
    } catch (FileSystemException e) {
      fail("a file cannot be read or written: " + e);
    } catch (VidgenException | IllegalArgumentException | IOException e) {
      fail(e.getMessage());
    }
  }

  private static void fail(@Nullable String why) {
    System.err.println();
    System.err.println(why);
    System.exit(1);
  }

  /** Prints what rendering will do and cost, then renders. */
  static Render planned(VideoPipeline pipeline, VideoRequest request, PrintStream out) {
    plan(pipeline, request, out);
    return pipeline.render(request);
  }

  /** Prints what rendering will do and cost; if nothing can be rendered, says why. */
  static RenderPlan plan(VideoPipeline pipeline, VideoRequest request, PrintStream out) {
    var plan = pipeline.plan(request); // spends nothing
    if (!plan.isRunnable()) {
      throw new IllegalArgumentException(
          plan.problems().stream()
              .filter(problem -> problem.severity() == Problem.Severity.ERROR)
              .map(Problem::toString)
              .collect(Collectors.joining("\n")));
    }
    out.print(plan.describe());
    return plan;
  }

  /** Copies the video to where the user wants it. */
  static Path copied(Render render, Path out) throws IOException {
    var target = out.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    return Files.copy(render.video(), target, StandardCopyOption.REPLACE_EXISTING);
  }
}
