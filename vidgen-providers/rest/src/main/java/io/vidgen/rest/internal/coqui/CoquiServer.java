package io.vidgen.rest.internal.coqui;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.coqui.CoquiOptions;
import io.vidgen.rest.coqui.CoquiVoice;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.ClientLimits;
import io.vidgen.rest.internal.http.Expected;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.Received;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Coqui server. */
public final class CoquiServer {
  /** Changes when the same answers would become another recording. */
  private static final String RECIPE = "coqui-1";

  /** As much as is read as one sound. */
  private static final long MOST_BYTES = 64L << 20;

  private static final Duration QUESTION = Duration.ofSeconds(20);

  private final VendorClient client;

  /**
   * A server; connects to nothing.
   *
   * @param options where it is and how it is used
   */
  public CoquiServer(CoquiOptions options) {
    this.client =
        VendorClient.builder("coqui", options.url())
            .errors(new CoquiErrors())
            .limits(
                ClientLimits.DEFAULT
                    .submit(options.timeout(), options.timeout())
                    .ask(shorter(options.timeout()), shorter(options.timeout()))
                    .places(options.parallel()))
            .build();
  }

  /**
   * What decides how a recording sounds. A server does not tell its model, so without a name the
   * address stands for it.
   *
   * @param options how a server is used
   * @return a text for fingerprints
   */
  public static String identity(CoquiOptions options) {
    var model =
        options.model().isBlank() ? "at " + options.url().getAuthority() : options.model().strip();
    return String.join(
        "/",
        RECIPE,
        model,
        options.route().name(),
        Objects.toString(options.speaker(), ""),
        Objects.toString(options.speakerWav(), ""),
        Objects.toString(options.style(), ""),
        options.language(),
        Integer.toString(options.partLength()));
  }

  /**
   * Lists the voices. Names may hold spaces, so that lines are read from their right ends.
   *
   * @return the voices
   */
  public List<CoquiVoice> voices() {
    var voices = new ArrayList<CoquiVoice>();
    for (var line : list("voices").lines().toList()) {
      var words = line.strip().split(" ", -1);
      int named = words.length - 2;
      if (named > 0) {
        voices.add(
            new CoquiVoice(String.join(" ", List.of(words).subList(0, named)), words[named]));
      }
    }
    return List.copyOf(voices);
  }

  /** Throws if there is no such server. */
  public void probe() {
    var locales = list("locales").strip();
    if (!locales.lines().allMatch(line -> line.strip().matches("[A-Za-z]{2,3}([-_]\\w+)*"))) {
      throw noServer();
    }
  }

  /** Flask sends plain lists as HTML. */
  private String list(String path) {
    var text = client.ask(ApiCall.get(path).answer(ApiCall.Answer.ANY_TEXT).build()).text();
    if (text.isBlank()) {
      throw noServer();
    }
    return text;
  }

  private static VidgenException noServer() {
    return new VidgenException(
        Failure.of(
                FailureKind.PROTOCOL,
                "what answers there is no Coqui server",
                "check the address in COQUI_URL or vidgen.coqui.url")
            .in(new FailureContext(null, "coqui", 0, null, 0)));
  }

  Received speak(ApiCall call, CallContext context) throws IOException {
    return client.fetch(call, Expected.of(MOST_BYTES, MediaKind.WAV), context);
  }

  private static Duration shorter(Duration timeout) {
    return timeout.compareTo(QUESTION) < 0 ? timeout : QUESTION;
  }
}
