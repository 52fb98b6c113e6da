package io.vidgen.sandbox.internal.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.subtitle.WordAligner;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Finds the words of a text in a recording: exactly in one of the sandbox's, else roughly. */
final class ForcedAlignment {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNIT = "seconds";

  private final Studio studio;

  ForcedAlignment(Studio studio) {
    this.studio = studio;
  }

  Reply align(Call call) throws IOException, InterruptedException {
    var form = call.multipart();
    if (form.isEmpty() || form.get().part("file").isEmpty()) {
      return Problems.invalid("body.file", "Field required", "missing");
    }
    var text = form.get().text("text").orElse("");
    if (text.isBlank()) {
      return Problems.invalid("body.text", "Field required", "missing");
    }
    var file = form.get().part("file").orElseThrow().file();
    Duration length;
    try {
      length = studio.media().soundLength(file);
    } catch (IOException e) {
      return Problems.named("invalid_audio");
    }
    var words = words(file, text, length);
    var seconds = BigDecimal.valueOf(length.toMillis()).movePointLeft(3);
    studio
        .books()
        .charge(call, studio.dice().id("", 20), UNIT, seconds.setScale(0, RoundingMode.UP), null);
    return reply(text, words, length.toNanos() / 1e9);
  }

  private List<WordTiming> words(Path file, String text, Duration length)
      throws IOException, InterruptedException {
    var shown = Words.split(text, Locale.ENGLISH);
    var heard = studio.spoken().hear(file);
    return heard.isPresent() && !heard.get().words().isEmpty()
        ? WordAligner.align(shown, heard.get().words(), Duration.ZERO, length)
        : WordInterpolator.spread(shown, Duration.ZERO, length);
  }

  private static Reply reply(String text, List<WordTiming> words, double seconds) {
    var body = JSON.createObjectNode();
    var characters = body.putArray("characters");
    for (var one : CharacterTimeline.sent(text, words, seconds).entries()) {
      characters
          .addObject()
          .put("text", one.character())
          .put("start", one.start())
          .put("end", one.end());
    }
    var list = body.putArray("words");
    for (var word : words) {
      list.addObject()
          .put("text", word.text())
          .put("start", word.start().toNanos() / 1e9)
          .put("end", word.end().toNanos() / 1e9)
          .put("loss", 0.1);
    }
    body.put("loss", 0.1);
    return Reply.json(200, body);
  }
}
