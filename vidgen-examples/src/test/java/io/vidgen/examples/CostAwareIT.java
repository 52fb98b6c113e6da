package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.SandboxExtension;
import io.vidgen.sandbox.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bills, against the sandbox. */
class CostAwareIT {
  @RegisterExtension
  static final SandboxExtension SANDBOX = SandboxExtension.with(builder -> builder.scale(0));

  @TempDir Path home;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void cost_oneSentenceChanged_billsOneClipOfTwo(Sandbox sandbox) throws Exception {
    var video = render(sandbox);

    assertThat(video).isNotEmptyFile();
    var output = printed.toString(StandardCharsets.UTF_8);
    assertThat(output)
        .contains("\"schema\" : 1", "changed since the render of", "clip-2 CHANGED [prompt]")
        .doesNotContain("clip-1 CHANGED");
    var bill = after(output, "the bill: ");
    assertThat(after(output, "paid: ")).isEqualTo(bill);
    assertThat(dollars(bill)).isEqualTo(2 * dollars(after(output, "the change: ")));
    assertThat(sandbox.charges(Vendor.GOOGLE)).hasSize(2);
  }

  @Test
  void cost_overTheBudget_buysNothing(Sandbox sandbox) {
    int before = sandbox.charges().size();

    assertThatThrownBy(() -> render(sandbox, "--most", "1")).hasMessageContaining("USD 1.00");

    assertThat(sandbox.charges()).hasSize(before);
  }

  private static String after(String output, String name) {
    return output
        .lines()
        .filter(l -> l.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }

  private static double dollars(String bill) {
    return Double.parseDouble(bill.replace("USD ", ""));
  }

  private Path render(Sandbox sandbox, String... args) throws Exception {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return CostAware.render(Arguments.parse(CostAware.USAGE, args), sandbox, home, out);
  }
}
