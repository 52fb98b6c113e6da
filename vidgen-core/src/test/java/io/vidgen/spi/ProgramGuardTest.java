package io.vidgen.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
@Timeout(300)
final class ProgramGuardTest {

  @Test
  void close_programRuns_killsItAndWhatItStarted() throws Exception {
    var program = start("sleep 600 & echo $!; wait");
    var child = child(program);

    ProgramGuard.of(program.toHandle()).close();

    assertThat(program.toHandle().isAlive()).isFalse();
    assertThat(runs(child)).isFalse();
  }

  @Test
  void close_programEndedBeforeWhatItStarted_killsWhatWasSeen() throws Exception {
    var program = start("sleep 600 & echo $!; read line");
    var child = child(program);
    var guard = ProgramGuard.of(program.toHandle());

    guard.look();
    program.getOutputStream().close();
    program.waitFor();
    assertThat(runs(child)).isTrue();
    guard.close();

    assertThat(runs(child)).isFalse();
  }

  @Test
  void close_interrupted_waitsForTheEndAndStaysInterrupted() throws Exception {
    var program = start("echo $$; exec sleep 600");
    child(program);
    var guard = ProgramGuard.of(program.toHandle());

    Thread.currentThread().interrupt();
    guard.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(program.toHandle().isAlive()).isFalse();
  }

  private static Process start(String script) throws IOException {
    return new ProcessBuilder("sh", "-c", script).start();
  }

  private static ProcessHandle child(Process program) throws IOException {
    var said = new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8);
    var line = new BufferedReader(said).readLine();
    return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
  }

  /** One that is dead may stay listed, without a command, where nobody collects it. */
  private static boolean runs(ProcessHandle program) {
    return program.isAlive() && program.info().command().isPresent();
  }
}
