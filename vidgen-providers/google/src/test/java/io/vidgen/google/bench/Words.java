package io.vidgen.google.bench;

import io.vidgen.job.Render;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.subtitle.WordsJson;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Shown words against those that the sandbox spoke. */
final class Words {
  private Words() {}

  static void compare(PrintStream out, Sandbox sandbox, Path video, Render render)
      throws Exception {
    var heard = sandbox.hear(video);
    if (heard.isEmpty()) {
      out.println("the sandbox does not know this sound");
      return;
    }
    var truth = heard.get().words();
    try (var in = Files.newInputStream(render.file(Render.WORDS))) {
      var shown = new WordsJson().read(in).words();
      out.printf("words: spoken %d, shown %d%n", truth.size(), shown.size());
      int count = Math.min(truth.size(), shown.size());
      var off =
          IntStream.range(0, count)
              .mapToLong(i -> shown.get(i).start().minus(truth.get(i).start()).abs().toMillis())
              .sorted()
              .toArray();
      if (count > 0) {
        out.printf(
            "starts off by: median %d ms, p90 %d ms, most %d ms; within 100 ms: %d of %d%n",
            off[count / 2],
            off[count * 9 / 10],
            off[count - 1],
            java.util.Arrays.stream(off).filter(ms -> ms <= 100).count(),
            count);
      }
      for (int i = 0; i < count; i++) {
        var spoken = truth.get(i);
        var written = shown.get(i);
        if (written.start().minus(spoken.start()).abs().toMillis() > 100) {
          out.printf(
              "  %s spoken at %s, shown as %s at %s (%s)%n",
              spoken.text(), spoken.start(), written.text(), written.start(), written.source());
        }
      }
    }
  }
}
