package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Artifact;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shell script in place of whisper-cli, which takes the same arguments, and models for it. */
public final class StandIn {
  /** What the help of 1.9.3 says of the arguments that matter here. */
  public static final String HELP =
      "  -ojf,      --output-json-full     [false  ] include more information\n"
          + "  -pp,       --print-progress       [false  ] print progress\n"
          + "  -dtw MODEL --dtw MODEL            [       ] compute token-level timestamps\n"
          + "  -nfa,      --no-flash-attn        [false  ] disable flash attention\n";

  /** Writes the answer. */
  public static final String ANSWERS =
      "echo 'whisper_print_progress_callback: progress =  35%' >&2\n"
          + "sleep 0.15\n"
          + "echo 'whisper_print_progress_callback: progress = 272%' >&2\n"
          + "cp DIR/answer.json \"$out.json\"\n";

  private final Path directory;
  private final Map<String, String> settings = new HashMap<>();

  public StandIn(Path directory) {
    this.directory = directory;
    write("answer.json", FullJson.in("en").bytes());
    program(ANSWERS);
    model("ggml-base.bin", 51_865, 6);
  }

  public StandIn answer(byte[] json) {
    write("answer.json", json);
    return this;
  }

  public StandIn program(String body) {
    return program(body, HELP);
  }

  /** Sets what the program does after it has read its arguments, and what its help says. */
  public StandIn program(String body, String help) {
    write("help.txt", help.getBytes(StandardCharsets.UTF_8));
    var script =
        "#!/bin/sh\n"
            + "if [ \"$1\" = --help ]; then cat DIR/help.txt >&2; exit 0; fi\n"
            + "printf '%s\\n' \"$@\" run-ended >> DIR/arguments\n"
            + "dtw=\n"
            + "while [ $# -gt 0 ]; do case \"$1\" in\n"
            + "--output-file) out=$2; shift;; --dtw) dtw=$2; shift;; --file) file=$2; shift;;\n"
            + "esac; shift; done\n"
            + body;
    var program =
        write(
            "whisper-cli",
            script.replace("DIR", directory.toString()).getBytes(StandardCharsets.UTF_8));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return set("vidgen.whisper.program", program.toString());
  }

  public StandIn model(String name, int vocabulary, int layers) {
    var file = modelFile(directory.resolve(name), vocabulary, layers, layers);
    return set("vidgen.whisper.model", file.toString());
  }

  public StandIn set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  public TranscriptionProvider provider() {
    return new WhisperCppTranscriptionProviderFactory().create(FakeProviderConfig.of(settings));
  }

  /** All arguments of all runs; each run ends with {@code run-ended}. */
  public List<String> arguments() {
    try {
      return Files.readAllLines(directory.resolve("arguments"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TranscriptionResult hear(
      TranscriptionProvider provider,
      Artifact audio,
      @Nullable Locale language,
      FakeCallContext call)
      throws IOException, InterruptedException {
    var request = new TranscriptionRequest(audio, language, null, 0);
    return ((QuickWork<TranscriptionRequest, TranscriptionResult>) provider.work())
        .call(request, call);
  }

  /** A file that begins as a model does and holds nothing. */
  public static Path modelFile(Path file, int vocabulary, int hearing, int writing) {
    var bytes = ByteBuffer.allocate(200_000).order(ByteOrder.LITTLE_ENDIAN);
    for (int number :
        new int[] {0x67676d6c, vocabulary, 1500, 512, 8, hearing, 448, 512, 8, writing, 80, 1}) {
      bytes.putInt(number);
    }
    return write(file, bytes.array());
  }

  private Path write(String name, byte[] bytes) {
    return write(directory.resolve(name), bytes);
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
