package io.vidgen.sandbox.internal.whisper;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Multipart;
import io.vidgen.sandbox.internal.server.Reply;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Behaves like whisper.cpp's server: one request at a time, all parameters as parts. */
final class CppServer {
  private static final Set<String> TRUE = Set.of("true", "1", "yes", "y");

  private final Ears ears;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean lost;

  CppServer(Ears ears) {
    this.ears = ears;
  }

  Reply inference(Call call) throws IOException, InterruptedException {
    turn.lockInterruptibly();
    try {
      var form = call.multipart();
      if (form.isEmpty() || form.get().part("file").isEmpty()) {
        return CppAnswers.invalid();
      }
      var language = form.get().text("language").orElse("en");
      Hearing hearing;
      try {
        hearing =
            ears.hear(
                form.get().part("file").get().file(), language.equals("auto") ? "en" : language);
      } catch (IOException e) {
        return CppAnswers.invalid();
      }
      return CppAnswers.reply(
          hearing,
          form.get().text("response_format").orElse("json"),
          flag(form.get(), "split_on_word"),
          !flag(form.get(), "no_language_probabilities"));
    } finally {
      turn.unlock();
    }
  }

  Reply health(Call call) {
    return lost
        ? CppAnswers.notFound("/health")
        : Reply.json(200, new ObjectMapper().createObjectNode().put("status", "ok"));
  }

  /** The state is set to loading before the file is looked for, and stays so when it is missing. */
  Reply load(Call call) throws IOException {
    var form = call.multipart();
    var model = form.isEmpty() ? "" : form.get().text("model").orElse("");
    if (model.endsWith(".bin")) {
      return Reply.text(200, "application/text", "Load was successful!");
    }
    lost = true;
    return CppAnswers.invalid();
  }

  private static boolean flag(Multipart form, String name) throws IOException {
    return TRUE.contains(form.text(name).orElse(""));
  }
}
