package io.vidgen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that can go wrong, as a client sees it and as the books have it. */
class FaultTest {
  private static final String TALK =
      "{\"source_url\":\"https://example.invalid/face.jpg\",\"script\":{\"type\":\"text\","
          + "\"input\":\"The fox sleeps.\"},\"user_data\":\"a\"}";

  private Sandbox sandbox;
  private TestClient did;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().scale(0).start();
    did = TestClient.did(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void next(String fault) {
    sandbox.inject(Vendor.DID, "CreateTalk", Fault.parse(fault));
  }

  @Test
  void drop_beforeAcceptance_chargesNothing() {
    for (String moment : new String[] {"before-body", "mid-body"}) {
      next("drop:" + moment);
      assertThatThrownBy(() -> did.post("/talks", TALK)).as(moment).isInstanceOf(IOException.class);
    }
    assertThat(sandbox.charges()).isEmpty();
    // a client may have sent it again on a new connection, so the last is what counts
    assertThat(sandbox.requests(Vendor.DID, "CreateTalk"))
        .hasSize(2)
        .allMatch(r -> r.status() == 0 && r.fault() != null);
  }

  @Test
  void drop_afterAcceptance_hasCharged() {
    next("drop:after-acceptance");
    assertThatThrownBy(() -> did.post("/talks", TALK)).isInstanceOf(IOException.class);
    assertThat(sandbox.charges()).hasSize(1);
  }

  @Test
  void answer_thatBreaksOff_isSeenAsSuch() {
    for (String fault : new String[] {"drop:mid-answer", "garbled:truncated"}) {
      next(fault);
      assertThatThrownBy(() -> did.post("/talks", TALK)).as(fault).isInstanceOf(IOException.class);
    }
    assertThat(sandbox.charges()).hasSize(2);
  }

  @Test
  void acceptedError_hasChargedWhatAPlainErrorHasNot() throws Exception {
    next("accepted-error:gateway-timeout");
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(504);
    assertThat(sandbox.charges()).hasSize(1);
    next("error:gateway-timeout");
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(504);
    assertThat(sandbox.charges()).hasSize(1);
  }

  @Test
  void rateLimited_saysWhenToComeBack() throws Exception {
    next("rate-limited:none,0");
    next("rate-limited:seconds,3");
    next("rate-limited:date,3");
    assertThat(did.post("/talks", TALK).headers().firstValue("retry-after")).isEmpty();
    assertThat(did.post("/talks", TALK).headers().firstValue("retry-after")).contains("3");
    var dated = did.post("/talks", TALK);
    assertThat(dated.statusCode()).isEqualTo(429);
    var date =
        ZonedDateTime.parse(
            dated.headers().firstValue("retry-after").orElseThrow(),
            DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(Duration.between(sandbox.clock().instant(), date.toInstant()))
        .isLessThan(Duration.ofSeconds(4));
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);
  }

  @Test
  void garbledAnswers_haveTheRightStatusAndTheWrongBody() throws Exception {
    next("garbled:nonsense");
    next("garbled:wrong-content-type");
    next("garbled:empty");
    next("html:200");
    next("redirect:307,http://169.254.169.254/");
    assertThat(did.post("/talks", TALK).body()).startsWith("~~~~".getBytes(StandardCharsets.UTF_8));
    assertThat(did.post("/talks", TALK).headers().firstValue("content-type").orElse(""))
        .startsWith("text/plain");
    assertThat(did.post("/talks", TALK).body()).isEmpty();
    assertThat(new String(did.post("/talks", TALK).body(), StandardCharsets.UTF_8))
        .startsWith("<html>");
    assertThat(did.post("/talks", TALK).headers().firstValue("location"))
        .contains("http://169.254.169.254/");
  }

  @Test
  void slow_dripsAndStall_waits() throws Exception {
    next("slow:400");
    long start = System.nanoTime();
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);
    assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);

    next("stall:mid-answer,PT0.3S");
    start = System.nanoTime();
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(201);
    assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
  }

  @Test
  void stall_endsWhenTheSandboxCloses() throws Exception {
    next("stall:before-body,PT10M");
    var closing = new Thread(this::closeWhenAsked);
    closing.start();
    assertThatThrownBy(() -> did.post("/talks", TALK))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    closing.join();
  }

  private void closeWhenAsked() {
    while (!sandbox.pendingFaults().isEmpty()) {
      Thread.onSpinWait();
    }
    sandbox.close();
  }

  @Test
  void rule_hitsAsOftenAsItSays() throws Exception {
    var unavailable = new Fault.VendorError("gateway-unavailable");
    sandbox.inject(FaultRule.next(Vendor.DID, "Get*", unavailable).times(2));
    assertThat(did.get("/credits").statusCode()).isEqualTo(503);
    assertThat(did.get("/talks").statusCode()).isEqualTo(503);
    assertThat(did.get("/credits").statusCode()).isEqualTo(200);

    sandbox.inject(FaultRule.always(Vendor.DID, "*", unavailable));
    assertThat(did.get("/credits").statusCode()).isEqualTo(503);
    assertThat(did.get("/credits").statusCode()).isEqualTo(503);
    sandbox.clearFaults();
    assertThat(did.get("/credits").statusCode()).isEqualTo(200);
  }

  @Test
  void rule_withProbability_hitsAboutAsOften() throws Exception {
    sandbox.inject(
        FaultRule.always(Vendor.DID, "GetCredits", new Fault.Html(502)).withProbability(0.3));
    for (int i = 0; i < 200; i++) {
      did.get("/credits");
    }
    assertThat(sandbox.requests().stream().filter(r -> r.status() == 502).count())
        .isBetween(35L, 85L);
  }

  @Test
  void inject_errorThatTheVendorDoesNotHave_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> next("error:Nonsense"))
        .withMessageContaining("Nonsense");
  }

  @Test
  void faultsOverHttp_areTheSame() throws Exception {
    var control = new TestClient(sandbox.address().toString());
    var rule =
        "{\"vendor\":\"d-id\",\"operation\":\"CreateTalk\",\"fault\":\"error:TextModerationError\"}";
    assertThat(control.post("/sandbox/faults", rule).statusCode()).isEqualTo(201);
    assertThat(control.post("/sandbox/faults", "{\"fault\":\"nonsense\"}").statusCode())
        .isEqualTo(400);
    assertThat(did.post("/talks", TALK).statusCode()).isEqualTo(451);
    assertThat(control.get("/sandbox/faults").body())
        .isEqualTo("[]".getBytes(StandardCharsets.UTF_8));
    did.post("/talks", TALK);
    var books = TestClient.json(control.get("/sandbox/books"));
    assertThat(books.path("charges")).hasSize(1);
    assertThat(books.path("requests").path("d-id CreateTalk 451").asInt()).isEqualTo(1);
  }

  @Test
  void faultCases_areManyAndEachCanBeOrdered() {
    var cases = sandbox.faultCases(Vendor.DID);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    for (FaultCase cell : cases) {
      assertThat(Fault.parse(cell.fault().text())).isEqualTo(cell.fault());
      sandbox.inject(cell.once());
    }
    assertThat(sandbox.pendingFaults()).hasSameSizeAs(cases);
  }
}
