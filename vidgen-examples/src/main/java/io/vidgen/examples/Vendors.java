package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vendors themselves where one of their variables is set, else a sandbox on this machine. */
final class Vendors implements AutoCloseable {
  private final @Nullable Sandbox sandbox;

  private Vendors(@Nullable Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Looks for variables such as {@code DID_API_KEY}; without any, a sandbox is started. */
  static Vendors of(String... variables) {
    boolean real =
        Arrays.stream(variables)
            .map(System::getenv)
            .anyMatch(value -> value != null && !value.isBlank());
    return new Vendors(real ? null : Sandbox.start());
  }

  /** A sandbox, whatever is set. It is closed with this. */
  static Vendors of(Sandbox sandbox) {
    return new Vendors(sandbox);
  }

  boolean isSandbox() {
    return sandbox != null;
  }

  String describe() {
    return sandbox == null
        ? "the vendor itself, for money"
        : "a sandbox at " + sandbox.address() + ", for nothing";
  }

  /**
   * Begins a pipeline. What a sandbox made must never pass for a vendor's work, nor be paid for.
   */
  VideoPipelineBuilder pipeline(Path home) {
    var builder = VideoPipeline.builder().directory(home.resolve(isSandbox() ? "sandbox" : "work"));
    if (sandbox != null) {
      sandbox.environment().forEach(builder::option);
      builder.option("vidgen.veo.first-poll", "1s"); // Google itself takes 11 s and longer
    }
    return builder;
  }

  /** A sandbox has no ears: it must be told what is said in a recording. */
  void tell(Path recording, List<WordTiming> words) throws IOException {
    if (sandbox == null) {
      return;
    }
    try {
      sandbox.register(recording, words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the sandbox listened to " + recording, e);
    }
  }

  @Override
  public void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
