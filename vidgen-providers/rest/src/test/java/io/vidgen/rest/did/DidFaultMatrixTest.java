package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can go wrong with a call, against what the sandbox's books say was charged. The
 * table is left in {@code target}.
 */
@Timeout(300)
class DidFaultMatrixTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** For a call that is stalled, or answered too slowly. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Set<String> CREATES = Set.of("CreateTalk", "CreateClip");

  /** Errors of the same status take the same way, so the short matrix has one of each. */
  private static final Set<String> SOME_ERRORS =
      Set.of(
          "ValidationError",
          "AuthorizationError",
          "InsufficientCreditsError",
          "PermissionError",
          "UnsupportedMimeTypeError",
          "ImageModerationError",
          "UnknownError",
          "gateway-authorization",
          "gateway-throttled",
          "gateway-timeout");

  private static Sandbox sandbox;
  private static byte[] recording;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    recording = Media.recording(directory);
    sandbox =
        Sandbox.builder()
            .scale(0.1)
            .credits(BigDecimal.valueOf(1_000_000))
            .virtualTime(Instant.parse("2026-11-21T08:00:00Z"))
            .start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void journeys_someOfEachFault_areTypedBoundedAndPaidOnce() throws Exception {
    var cells =
        sandbox.faultCases(Vendor.DID).stream().filter(DidFaultMatrixTest::isShort).toList();
    assertThat(cells).hasSizeGreaterThanOrEqualTo(60);

    run(cells, "did-faults.txt");
  }

  @Test
  @Tag("soak")
  void journeys_allFaults_areTypedBoundedAndPaidOnce() throws Exception {
    run(sandbox.faultCases(Vendor.DID), "did-faults-all.txt");
  }

  /**
   * Stalls take their time, so only paid calls have them here, and clips are bought and found as
   * talks are, so of those there is what happens once they are accepted.
   */
  private static boolean isShort(FaultCase cell) {
    boolean isTalk = cell.operation().equals("CreateTalk");
    if (cell.fault() instanceof Fault.Stall) {
      return isTalk;
    }
    if (cell.fault() instanceof Fault.VendorError error) {
      return SOME_ERRORS.contains(error.name()) && !cell.operation().equals("CreateClip");
    }
    if (cell.operation().equals("CreateClip")) {
      return cell.fault() instanceof Fault.AcceptedError
          || cell.fault().equals(new Fault.Drop(Fault.Moment.AFTER_ACCEPTANCE));
    }
    return isTalk || cell.fault() instanceof Fault.Drop || cell.fault() instanceof Fault.Garbled;
  }

  private void run(List<FaultCase> cells, String file) throws Exception {
    var table = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    // A request that was stalled may still land when the stall is over, among those of later cells.
    var stallsLast =
        Stream.concat(
                cells.stream().filter(cell -> !waits(cell)),
                cells.stream().filter(DidFaultMatrixTest::waits))
            .toList();
    for (var cell : stallsLast) {
      var row = row(cell);
      table.add(row.text());
      wrong.addAll(row.wrong());
    }
    Files.write(Files.createDirectories(Path.of("target")).resolve(file), table);
    assertThat(wrong).as("of %s cases", cells.size()).isEmpty();
    assertThat(sandbox.leaks()).isEmpty();
  }

  private static boolean waits(FaultCase cell) {
    return cell.fault() instanceof Fault.Stall || cell.fault() instanceof Fault.Slow;
  }

  private record Row(String text, List<String> wrong) {}

  private Row row(FaultCase cell) throws Exception {
    sandbox.clearFaults();
    sandbox.inject(cell.once());
    int requestsBefore = sandbox.requests().size();
    long began = System.nanoTime();
    try (var context = FakeCallContext.create()) {
      var work = new DidAvatarProvider(options(cell), sandbox.clock()).work();
      var journey = new Journey(sandbox, work, request(cell.operation(), context), context);
      Throwable untyped = catchThrowable(journey::go);
      var took = Duration.ofNanos(System.nanoTime() - began);
      var mine =
          sandbox.charges(Vendor.DID).stream()
              .filter(charge -> String.valueOf(charge.attempt()).contains(context.attemptId()))
              .toList();
      var requests = sandbox.requests();
      long posts =
          requests.subList(requestsBefore, requests.size()).stream()
              .filter(asked -> CREATES.contains(asked.operation()))
              .count();
      var wrong = wrong(journey, mine, waits(cell) ? 1 : posts, took, untyped);
      var text =
          cell
              + " | "
              + journey.steps()
              + " | posts "
              + posts
              + " | net "
              + net(mine)
              + " | "
              + took.toMillis()
              + " ms"
              + (wrong.isEmpty() ? "" : " | WRONG " + wrong);
      return new Row(text, wrong.stream().map(one -> cell + ": " + one).toList());
    }
  }

  private static List<String> wrong(
      Journey journey, List<Charge> charges, long posts, Duration took, Throwable untyped) {
    var wrong = new ArrayList<String>();
    long bought = charges.stream().filter(charge -> charge.amount().signum() > 0).count();
    var refused = journey.submitFailure();
    var ended = journey.endFailure();
    say(wrong, untyped != null, "untyped " + untyped);
    say(wrong, posts > 1 || bought > 1, "paid " + bought + " times by " + posts + " posts");
    say(wrong, took.compareTo(LONGEST) > 0, "took " + took);
    if (refused != null) {
      boolean free = Boolean.FALSE.equals(refused.charged());
      say(wrong, free && bought > 0, "said not charged, but was");
      boolean unknown = refused.kind() == FailureKind.UNKNOWN_OUTCOME;
      say(wrong, unknown && journey.undecided(), "not found out");
      say(wrong, unknown && journey.found() != bought > 0, "found=" + journey.found());
    }
    if (ended != null) {
      boolean free = Boolean.FALSE.equals(ended.charged());
      say(wrong, free && net(charges).signum() != 0, "said given back, but was not");
    }
    say(wrong, journey.finished() && bought != 1, "finished without a charge");
    return wrong;
  }

  private static void say(List<String> wrong, boolean is, String what) {
    if (is) {
      wrong.add(what);
    }
  }

  private static BigDecimal net(List<Charge> charges) {
    return charges.stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static DidOptions options(FaultCase cell) {
    var limit = waits(cell) ? SHORT : LIMIT;
    return CREATES.contains(cell.operation()) ? options(limit, LIMIT) : options(limit, limit);
  }

  private static DidOptions options(Duration submit, Duration ask) {
    return DidOptions.builder(Secret.of(FakeDid.KEY))
        .address(URI.create(sandbox.url(Vendor.DID)))
        .callLimits(submit, ask, ask.multipliedBy(2))
        .reconcile(true, Duration.ZERO)
        .build();
  }

  private static AvatarRequest request(String operation, FakeCallContext context) {
    var face = context.input(Media.picture(), "image/png");
    return switch (operation) {
      case "CreateClip", "GetClip", "GetClips" -> Media.clip("amy-jcwCkr1grs", Media.HELLO);
      case "post_audios" ->
          Media.request(face, null, null, context.input(recording, "audio/wav"), null);
      default -> Media.request(face, null, Media.HELLO, null, null);
    };
  }

  @Test
  void find_listFails_neverSaysThereIsNone() throws Exception {
    for (var fault : faultsOfQuestions()) {
      sandbox.clearFaults();
      sandbox.inject(Vendor.DID, "CreateTalk", new Fault.AcceptedError("gateway-timeout"));
      sandbox.inject(Vendor.DID, "GetTalks", fault);
      try (var context = FakeCallContext.create()) {
        var work = new DidAvatarProvider(options(LIMIT, LIMIT), sandbox.clock()).work();
        var journey = new Journey(sandbox, work, request("CreateTalk", context), context);
        var untyped = catchThrowable(journey::go);

        assertThat(untyped).as(fault.text()).isNull();
        assertThat(journey.found() || journey.undecided())
            .as("%s: %s", fault.text(), journey.steps())
            .isTrue();
      }
    }
  }

  @Test
  void client_everyFault_isTyped() {
    var client = DidClient.of(options(LIMIT, LIMIT));
    Map<String, Consumer<DidClient>> calls = new LinkedHashMap<>();
    calls.put("GetTalks", c -> c.talks(10, null));
    calls.put("GetClips", c -> c.clips(10, null));
    calls.put("GetCredits", DidClient::credits);
    calls.put("Voices", DidClient::voices);
    calls.put("GetPresenters", c -> c.presenters(10, null));
    calls.put("DeleteTalk", c -> c.deleteTalk("tlk_none"));
    int cases = 0;
    for (var call : calls.entrySet()) {
      for (var fault : faultsOfQuestions()) {
        sandbox.clearFaults();
        sandbox.inject(FaultRule.next(Vendor.DID, call.getKey(), fault));
        var thrown = catchThrowable(() -> call.getValue().accept(client));
        cases++;
        if (thrown != null) {
          assertThat(thrown)
              .as("%s %s", call.getKey(), fault.text())
              .isInstanceOf(VidgenException.class);
        }
      }
    }
    assertThat(cases).isGreaterThanOrEqualTo(60);
  }

  private static List<Fault> faultsOfQuestions() {
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
    faults.add(new Fault.Redirect(302, "http://169.254.169.254/"));
    for (var name : SOME_ERRORS) {
      faults.add(new Fault.VendorError(name));
    }
    return faults;
  }
}
