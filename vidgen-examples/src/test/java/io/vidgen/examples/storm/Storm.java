package io.vidgen.examples.storm;

import io.vidgen.VideoPipeline;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * Renders through all phases and holds everything against the rules and the vendors' books. After
 * each phase the vendors are well again, and whoever rested is tried with one call. At the end a
 * person looks at the books, decides what became of every call of unknown outcome, and all that did
 * not succeed is rendered again.
 */
final class Storm implements AutoCloseable {
  private static final int AT_ONCE = 24;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer than a rest, and than any delay that a vendor asks for here. */
  private static final Duration CALM = Duration.ofMinutes(3);

  /** A host that did not answer is left alone for 15 s. */
  private static final Duration BACK = Duration.ofSeconds(40);

  private static final Duration SHORT = Duration.ofMillis(200);

  /** To which a ledger rounds each purchase: vendors' tokens cost less. */
  private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

  private final Duration silence;
  private final Studio studio;
  private final Requests requests;
  private final Accounts accounts;
  private final HealthWatch watch;
  private final List<String> wrong = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<StormRender> unfinished = new ArrayList<>();
  private final Map<Fingerprint, Resolution> decided = new LinkedHashMap<>();

  /**
   * A storm.
   *
   * @param directory for files
   * @param seed decides what is asked for, and what goes wrong
   * @param silence how long a silent vendor is listened to, in real time
   */
  Storm(Path directory, long seed, Duration silence) throws IOException {
    this.silence = silence;
    studio = new Studio(directory, seed, silence);
    requests = new Requests(seed, face(directory));
    accounts = new Accounts(studio);
    watch = new HealthWatch(studio.pipeline);
  }

  /** What came of it; {@code wrong} is empty when all is as the rules say. */
  record Report(List<Row> rows, List<String> wrong, int opened, int closed, String money) {
    @Override
    public String toString() {
      return Row.table(rows)
          + "breakers: opened "
          + opened
          + " times, closed "
          + closed
          + " times\n"
          + money
          + (wrong.isEmpty() ? "\nwrong: nothing" : "\nWRONG:\n" + String.join("\n", wrong));
    }
  }

  Report run(int renders) throws InterruptedException {
    try (var patient = studio.patient()) {
      for (var render : requests.warmUp()) {
        runAll(patient, List.of(render));
        Rules.say(wrong, !render.succeeded(), "does not even begin: " + render);
      }
    }
    var phases = Phase.all(silence.multipliedBy(6).dividedBy(5));
    for (int i = 0; i < phases.size(); i++) {
      int here = renders * (i + 1) / phases.size() - renders * i / phases.size();
      phase(phases.get(i), requests.next(here));
    }
    var twice = accounts.twice();
    wrong.addAll(twice);
    doubts();
    again();
    wrong.addAll(Rules.boughtTwice(studio.pipeline.ledger()));
    long given = decided.values().stream().filter(Resolution.GiveUp.class::isInstance).count();
    Rules.say(
        wrong,
        accounts.twice().size() > given,
        "paid twice: " + accounts.twice() + ", given up: " + given);
    return new Report(rows, wrong, watch.opened(), watch.closed(), money());
  }

  private void phase(Phase phase, List<StormRender> renders) throws InterruptedException {
    var before = accounts.standings();
    var known = unknown();
    row(
        phase.name(),
        renders,
        () -> {
          studio.begin(phase);
          runAll(renders);
          studio.mend();
        });
    renders.forEach(render -> wrong.addAll(Rules.broken(phase, render)));
    renders.stream().filter(render -> !render.succeeded()).forEach(unfinished::add);
    decide(phase, before, known);
    studio.time.skip(CALM);
    scout(phase);
  }

  /** Whoever rested serves again; who is behind a guard of its host does so in real time. */
  private void scout(Phase after) throws InterruptedException {
    long latest = System.nanoTime() + BACK.toNanos();
    var scouts = requests.scouts();
    runAll(scouts);
    var lost = lost(scouts);
    while (!lost.isEmpty() && System.nanoTime() < latest) {
      LockSupport.parkNanos(SHORT.toNanos());
      studio.time.skip(CALM);
      var kinds = lost.stream().map(scout -> scout.kind).toList();
      scouts = requests.scouts().stream().filter(scout -> kinds.contains(scout.kind)).toList();
      runAll(scouts);
      lost = lost(scouts);
    }
    lost.forEach(scout -> wrong.add("not back after " + after.name() + ": " + scout));
  }

  private static List<StormRender> lost(List<StormRender> scouts) {
    return scouts.stream().filter(scout -> !scout.outcome().equals(Phase.FIRST)).toList();
  }

  /** What somebody sees who compares the vendor's account with the ledger. */
  private void decide(Phase phase, Map<String, Accounts.Standing> before, List<Fingerprint> known) {
    var now = accounts.standings();
    for (var provider : Accounts.PAID) {
      var change =
          now.getOrDefault(provider, Accounts.Standing.NONE)
              .since(before.getOrDefault(provider, Accounts.Standing.NONE));
      long lost = change.bought() - change.made();
      boolean charged = lost > 0;
      Rules.say(
          wrong,
          lost != 0 && lost != change.unknown(),
          phase.name() + ": the account of " + provider + " does not fit: " + change);
      studio.pipeline.needsAttention().stream()
          .filter(step -> step.state() == StepState.UNKNOWN && step.provider().equals(provider))
          .map(StepRecord::fingerprint)
          .filter(step -> !known.contains(step))
          .forEach(
              step ->
                  decided.put(step, charged ? new Resolution.GiveUp() : new Resolution.Resubmit()));
    }
  }

  private List<Fingerprint> unknown() {
    return studio.pipeline.needsAttention().stream()
        .filter(step -> step.state() == StepState.UNKNOWN)
        .map(StepRecord::fingerprint)
        .toList();
  }

  /** Nothing in doubt is sent again by itself, however well everybody is. */
  private void doubts() throws InterruptedException {
    var doubtful =
        unfinished.stream()
            .filter(render -> render.outcome().equals("UNKNOWN_OUTCOME"))
            .filter(render -> render.kind != Kind.AVATAR)
            .map(StormRender::again)
            .toList();
    row("again, in doubt", doubtful, () -> runAll(doubtful));
    for (var render : doubtful) {
      // Another render may have the same from who steps in for nothing.
      boolean sent = render.outcome().equals(Phase.FIRST);
      Rules.say(wrong, sent, "went on in spite of a doubt: " + render);
    }
    wrong.addAll(accounts.twice());
  }

  private void again() throws InterruptedException {
    decided.forEach(
        (step, what) -> {
          if (studio.pipeline.ledger().find(step).orElseThrow().state() == StepState.UNKNOWN) {
            studio.pipeline.resolve(step, what);
          }
        });
    var all = unfinished.stream().map(StormRender::again).toList();
    row("again, resolved", all, () -> runAll(all));
    all.stream()
        .filter(render -> !render.succeeded())
        .forEach(render -> wrong.add("does not succeed when all is well: " + render));
    Rules.say(wrong, !studio.pipeline.needsAttention().isEmpty(), "somebody still needs attention");
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private void row(String name, List<StormRender> renders, Work work) throws InterruptedException {
    var began = System.nanoTime();
    var charged = total(accounts.charged());
    int opened = watch.opened();
    int retries = retries();
    work.run();
    var outcomes = new TreeMap<String, Integer>();
    renders.forEach(render -> outcomes.merge(render.outcome(), 1, Integer::sum));
    rows.add(
        new Row(
            name,
            outcomes,
            total(accounts.charged()).subtract(charged),
            watch.opened() - opened,
            retries() - retries,
            Duration.ofNanos(System.nanoTime() - began)));
  }

  private int retries() {
    return studio.pipeline.ledger().all().stream().mapToInt(step -> step.attempt() - 1).sum();
  }

  private void runAll(List<StormRender> renders) throws InterruptedException {
    runAll(studio.pipeline, renders);
  }

  private void runAll(VideoPipeline pipeline, List<StormRender> renders)
      throws InterruptedException {
    var turns = new Semaphore(AT_ONCE);
    for (var render : renders) {
      turns.acquire();
      render.begun(pipeline.submit(render.request, RenderOptions.DEFAULT, render));
      var unused = render.job().completion().whenComplete((done, failed) -> turns.release());
    }
    if (!turns.tryAcquire(AT_ONCE, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          rows.size()
              + " phases are over, but not: "
              + renders.stream().filter(r -> r.failure() == null && !r.succeeded()).toList());
    }
  }

  /** Vendor by vendor; they differ by no more than the rounding of each purchase. */
  private String money() {
    var charged = accounts.charged();
    var spent = accounts.spent();
    var text = new StringBuilder("USD charged, and spent by the ledger:");
    charged.forEach(
        (who, amount) -> {
          var ours = spent.getOrDefault(who, BigDecimal.ZERO);
          text.append(' ').append(who).append(' ').append(amount).append(" = ").append(ours);
          Rules.say(
              wrong,
              amount.subtract(ours).abs().compareTo(rounding(who)) > 0,
              who + " charged " + amount + ", not " + ours);
        });
    return text + "; in all " + total(charged) + " = " + total(spent);
  }

  private BigDecimal rounding(String provider) {
    long calls =
        studio.pipeline.ledger().all().stream()
            .filter(step -> step.provider().equals(provider))
            .mapToLong(StepRecord::attempt)
            .sum();
    return MILLIONTH.multiply(BigDecimal.valueOf(calls));
  }

  private static BigDecimal total(Map<String, BigDecimal> amounts) {
    return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Path face(Path directory) throws IOException {
    var picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(220, 180, 150));
    pen.fillOval(64, 40, 128, 176);
    pen.dispose();
    var file = directory.resolve("face.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @Override
  public void close() {
    watch.close();
    studio.close();
  }
}
