package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.google.GeminiOptions;
import io.vidgen.google.GeminiScriptProvider;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoOptions.ExtensionBilling;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.testkit.FakeCallContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For random requests to Google: what a plan says is what the sandbox charges. */
class PlannedAndSpentTest extends PlannedAndSpentFixture {
  @Test
  void veo_randomClips_costExactlyWhatIsPlanned() throws Exception {
    int asked = 0;
    while (asked < 300) {
      boolean platform = dice.nextBoolean();
      var veo =
          new VeoVideoProvider(
              VeoOptions.builder(google(unfilmed, platform))
                  .model(any(platform ? VEO_OF_THE_PLATFORM : VEO))
                  .build());
      try (var call = FakeCallContext.create()) {
        var request = clip(call, null);
        if (isSent(veo, request)) {
          var bought = submitted(unfilmed, veo, request, call);
          assertThat(bought.low()).as("%s", request).isEqualTo(bought.high());
          asked++;
        }
      }
    }
  }

  @Test
  void veo_extensions_costWhatTheBillingSays() throws Exception {
    try (var sandbox = Sandbox.builder().scale(0).credits(BigDecimal.valueOf(1000)).start()) {
      var google = google(sandbox, false);
      var film = filmed(new VeoVideoProvider(VeoOptions.builder(google).build()));
      for (int i = 0; i < 10; i++) {
        var billing = any(List.of(ExtensionBilling.ADDED, ExtensionBilling.UNKNOWN));
        var veo =
            new VeoVideoProvider(
                VeoOptions.builder(google)
                    .model(VEO.get(dice.nextInt(2)))
                    .extensionBilling(billing)
                    .build());
        try (var call = FakeCallContext.create()) {
          var bought = submitted(sandbox, veo, clip(call, film), call);
          assertThat(bought.low().equals(bought.high()))
              .isEqualTo(billing == ExtensionBilling.ADDED);
        }
      }
    }
  }

  @Test
  void nanoBanana_randomPictures_areBookedAtWhatTheyWereCharged() throws Exception {
    draw(60);
  }

  @Test
  @Tag("soak")
  void nanoBanana_manyPictures_areBookedAtWhatTheyWereCharged() throws Exception {
    draw(400);
  }

  @Test
  void gemini_randomScripts_areBookedAtWhatTheyWereCharged() throws Exception {
    write(60);
  }

  @Test
  @Tag("soak")
  void gemini_manyScripts_areBookedAtWhatTheyWereCharged() throws Exception {
    write(400);
  }

  private void write(int scripts) throws Exception {
    for (int i = 0; i < scripts; i++) {
      var gemini =
          new GeminiScriptProvider(
              GeminiOptions.builder(google(unfilmed, false)).model(any(WRITERS)).build());
      int scenes = 1 + dice.nextInt(12);
      var request =
          new ScriptRequest(
              text(),
              List.of(),
              Duration.ofSeconds(8L * scenes),
              any(List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN)),
              dice.nextBoolean() ? scenes : 0,
              scenes,
              null,
              i);
      try (var call = FakeCallContext.create()) {
        var bought = called(gemini, request, call);
        assertThat(bought.spent()).isEqualTo(bought.charged());
      }
    }
  }
}
