package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.sandbox.AskedRequest;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.SecretHunt;
import io.vidgen.testkit.SecretHunt.Hit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys, planted in the environment of a program that renders, meets every kind of fault and logs
 * all there is to log, show up nowhere.
 */
@Timeout(300)
class SecretsFlowTest {
  private static final String USER = "planted@example";
  private static final String PASSWORD = "did-planted-0f3a77b1c9";
  private static final String ELEVENLABS = "sk_el_planted_5e1d20aa48";
  private static final String OPENAI = "sk-oa-planted-93bb04c6e2";
  private static final SecretHunt HUNT =
      SecretHunt.of(PASSWORD, USER + ":" + PASSWORD, ELEVENLABS, OPENAI);

  @TempDir Path directory;

  @Test
  void renders_withEveryKindOfFault_showNoKeyAnywhere() throws Exception {
    var work = Files.createDirectory(directory.resolve("work"));
    var books = directory.resolve("books");
    var log = directory.resolve("log.txt");
    Set<Hit> hits = new LinkedHashSet<>();
    try (var sandbox = sandbox(books)) {
      var redirect = new Fault.Redirect(302, sandbox.url(Vendor.COQUI) + "/api/tts");
      var talks = faults("CreateTalk", Vendor.DID, redirect);
      var child = start(sandbox, work, log, talks.size());
      awaitReady(child, log, hits);
      var faultless = sandbox.requests();
      assertThat(operations(faultless))
          .as(tail(log))
          .contains("CreateTalk", "text_to_speech_full_with_timestamps", "createTranscription");
      assertThat(faultless).allMatch(asked -> asked.status() < 400);

      talks.forEach(sandbox::inject);
      faults("text_to_speech*", Vendor.ELEVENLABS, redirect).forEach(sandbox::inject);
      faults("createTranscription", Vendor.WHISPER, redirect).forEach(sandbox::inject);
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
      watch(child, hits);

      assertThat(child.exitValue()).as(tail(log)).isZero();
      assertThat(sandbox.pendingFaults()).as("faults that nobody met").isEmpty();
      assertThat(sandbox.leaks()).isEmpty();
      hits.addAll(HUNT.inText("what the sandbox remembers", sandbox.requests().toString()));
      hits.addAll(HUNT.inText("what the sandbox charged", sandbox.charges().toString()));
    }
    hits.addAll(HUNT.inFiles(log));
    hits.addAll(HUNT.inFiles(work));
    hits.addAll(HUNT.inFiles(books));

    assertThat(hits).isEmpty();
    assertThat(Files.readString(log)).as("was everything logged?").contains("DEBUG", "Exception");
    assertHuntFinds(work, log);
  }

  /** A hunt that finds nothing proves something only if it can find something. */
  private static void assertHuntFinds(Path work, Path log) throws IOException {
    Files.writeString(log, "Authorization: Bearer " + OPENAI, StandardOpenOption.APPEND);
    assertThat(HUNT.inFiles(log)).isNotEmpty();
    Files.writeString(work.resolve("ledger").resolve("planted"), ELEVENLABS);
    assertThat(HUNT.inFiles(work)).isNotEmpty();
    assertThat(HUNT.inThrowable(new IOException(new IOException("sent " + PASSWORD)))).isNotEmpty();
    var program = new ProcessBuilder("sh", "-c", "read line", OPENAI).start();
    try {
      assertThat(HUNT.inProcess(program.toHandle())).isNotEmpty();
    } finally {
      program.destroy();
    }
  }

  private static Sandbox sandbox(Path books) {
    return Sandbox.builder()
        .scale(0)
        .books(books)
        .credits(BigDecimal.valueOf(1_000_000))
        .requireKey(Vendor.DID, Secret.of(USER + ":" + PASSWORD))
        .requireKey(Vendor.ELEVENLABS, Secret.of(ELEVENLABS))
        .requireKey(Vendor.WHISPER, Secret.of(OPENAI))
        .start();
  }

  private static List<FaultRule> faults(String operation, Vendor vendor, Fault redirect) {
    var faults = new ArrayList<Fault>();
    for (var moment : Fault.Moment.values()) {
      faults.add(new Fault.Drop(moment));
    }
    for (var how : Fault.Garbling.values()) {
      faults.add(new Fault.Garbled(how));
    }
    faults.add(new Fault.RateLimited(Fault.RetryAfter.SECONDS, 1));
    faults.add(new Fault.Html(200));
    faults.add(new Fault.Html(503));
    faults.add(redirect);
    return faults.stream().map(fault -> FaultRule.next(vendor, operation, fault)).toList();
  }

  private static Process start(Sandbox sandbox, Path work, Path log, int faults)
      throws IOException {
    var face = Flows.face(work);
    var temporary = Files.createDirectory(work.resolve("tmp"));
    var logging = Files.writeString(work.resolve("logging.properties"), ALL_LOGS);
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temporary,
            "-Djava.util.logging.config.file=" + logging,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            "-Dorg.slf4j.simpleLogger.log.io.vidgen.rest.internal.http=trace",
            "-cp",
            System.getProperty("java.class.path"),
            SecretsChild.class.getName(),
            work.toString(),
            face.toString(),
            Integer.toString(faults),
            Integer.toString(faults));
    builder.environment().putAll(environment(sandbox));
    return builder.redirectError(log.toFile()).start();
  }

  private static final String ALL_LOGS =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level=ALL
      okhttp3.level=ALL
      """;

  /** Nothing may go to a real vendor, so every address has to be there. */
  private static Map<String, String> environment(Sandbox sandbox) {
    var all = new LinkedHashMap<>(sandbox.environment());
    all.keySet().removeIf(name -> name.startsWith("COQUI") || name.startsWith("WAV2LIP"));
    assertThat(all)
        .containsEntry("VIDGEN_D_ID_URL", sandbox.url(Vendor.DID))
        .containsEntry("VIDGEN_ELEVENLABS_URL", sandbox.url(Vendor.ELEVENLABS))
        .containsEntry("OPENAI_BASE_URL", sandbox.url(Vendor.WHISPER) + "/v1");
    all.put("DID_API_KEY", USER + ":" + PASSWORD);
    all.put("ELEVENLABS_API_KEY", ELEVENLABS);
    all.put("OPENAI_API_KEY", OPENAI);
    all.put("VIDGEN_D_ID_LIST_LAG", "0s");
    return all;
  }

  /** What it prints is added to the log, line by line, until it is ready. */
  private static void awaitReady(Process child, Path log, Set<Hit> hits) throws IOException {
    var out = child.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      hits.addAll(HUNT.inText("printed", line));
      hits.addAll(hunt(child));
      if (line.equals(SecretsChild.READY)) {
        return;
      }
    }
    throw new AssertionError("it ended before it was ready: " + tail(log));
  }

  /** It starts no programs any more, so only its own command line can show a key. */
  private static void watch(Process child, Set<Hit> hits) throws IOException, InterruptedException {
    hits.addAll(hunt(child));
    var out = child.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      hits.addAll(HUNT.inText("printed", line));
    }
    assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
  }

  private static List<Hit> hunt(Process child) {
    var hits = new ArrayList<>(HUNT.inProcess(child.toHandle()));
    child.descendants().forEach(program -> hits.addAll(HUNT.inProcess(program)));
    return hits;
  }

  private static Set<String> operations(List<AskedRequest> requests) {
    var names = new LinkedHashSet<String>();
    requests.forEach(asked -> names.add(asked.operation()));
    return names;
  }

  private static String tail(Path log) throws IOException {
    var text = Files.readString(log, StandardCharsets.ISO_8859_1);
    return text.substring(Math.max(0, text.length() - 3000));
  }
}
