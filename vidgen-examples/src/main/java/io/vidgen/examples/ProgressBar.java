package io.vidgen.examples;

import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import java.io.PrintStream;
import java.util.Locale;

/** Draws a render's progress on one line of a terminal. */
final class ProgressBar implements RenderListener {
  private static final int WIDTH = 40;

  private final PrintStream out;
  private String last = "";

  ProgressBar(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void on(RenderEvent event) {
    if (event instanceof RenderEvent.Progress progress) {
      draw(progress.fraction());
    } else if (event instanceof RenderEvent.Warning warning) {
      out.printf("%nwarning: %s%n", warning.problem());
    } else if (event instanceof RenderEvent.Finished) {
      out.println();
    }
  }

  private void draw(double fraction) {
    int full = (int) Math.round(fraction * WIDTH);
    var line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3d %%",
            "#".repeat(full),
            " ".repeat(WIDTH - full),
            Math.round(fraction * 100));
    if (!line.equals(last)) {
      last = line;
      out.print("\r" + line);
      out.flush();
    }
  }
}
