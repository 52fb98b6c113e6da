package io.vidgen.internal.job;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Archive;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Outlay;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Purse;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Payer;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.SpendLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds plans against budgets, before a cent is spent. */
final class Budgeting {
  private final Archive ledger;
  private final Budget house;
  private final Workshop workshop;
  private final InstantSource clock;
  private final int processors;

  Budgeting(Archive ledger, Budget house, Workshop workshop, InstantSource clock, int processors) {
    this.ledger = ledger;
    this.house = house;
    this.workshop = workshop;
    this.clock = clock;
    this.processors = processors;
  }

  /**
   * What is wrong with a render's own limits; those of the pipeline were checked when it was built.
   */
  List<Problem> check(RenderOptions options) {
    return workshop.check(options.budget());
  }

  /** The purse of a render: its payer, and every limit of all budgets with its subject. */
  Purse purse(String job, VideoRequest request, RenderOptions options) {
    return purse(
        new Payer(options.owner(), Projects.name(request, options), job), options.budget());
  }

  /** The same for whoever asks for less than a video. */
  Purse purse(Payer payer, Budget own) {
    var limits =
        Stream.concat(house.limits().stream(), own.limits().stream())
            // A limit that names its subject is of that one alone.
            .map(l -> l.subject().isEmpty() ? l.of(payer.subject(l.scope())) : l)
            .distinct()
            .toList();
    return new Purse(payer, limits);
  }

  /** How many steps run on this machine's processors at once. */
  int processors() {
    return processors;
  }

  /**
   * Where any limit holds, nothing begins whose plan does not keep it.
   *
   * @throws VidgenException of kind {@link FailureKind#OVER_BUDGET} if it may not begin
   */
  void afford(Flow<?> flow, Purse purse) {
    if (purse.limits().isEmpty()) {
      return;
    }
    var port = new PlanPort(ledger);
    var unused = flow.evaluate(port);
    var errors = errors(port.outlays(), purse);
    if (!errors.isEmpty()) {
      throw refused(errors);
    }
  }

  /** Every limit that spending this would pass, however long it waits. */
  List<Excess> errors(List<Outlay> outlays, Purse purse) {
    return over(outlays, purse).stream().filter(Excess::isError).toList();
  }

  /** Every limit that spending this would pass, or would have to wait for. */
  List<Excess> over(List<Outlay> outlays, Purse purse) {
    return purse.limits().stream()
        .filter(limit -> limit.subject().equals(purse.payer().subject(limit.scope())))
        .flatMap(limit -> over(outlays, limit))
        .toList();
  }

  private Stream<Excess> over(List<Outlay> outlays, SpendLimit limit) {
    var mine =
        outlays.stream()
            .filter(outlay -> limit.covers(outlay.provider()) && !isReserved(outlay, limit))
            .toList();
    var amounts =
        mine.stream().map(outlay -> most(outlay, limit)).flatMap(Optional::stream).toList();
    var spent = ledger.counted(limit, clock.instant());
    var sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var planned = new Money(sum, limit.most().currency());
    var found = Stream.<Excess>builder();
    if (sum.signum() > 0 && spent.plus(planned).compareTo(limit.most()) > 0) {
      found.add(new Excess(limit, spent, planned, List.of(), delay(limit, spent, amounts)));
    }
    var never = unpriced(mine, limit, true);
    if (!never.isEmpty()) {
      found.add(new Excess(limit, spent, planned, never, null));
    }
    var later = unpriced(mine, limit, false);
    if (!later.isEmpty()) {
      found.add(new Excess(limit, spent, planned, later, Duration.ZERO));
    }
    return found.build();
  }

  private static Optional<BigDecimal> most(Outlay outlay, SpendLimit limit) {
    return outlay.price() instanceof Price.Range range
            && range.high().currency().equals(limit.most().currency())
        ? Optional.of(range.high().amount())
        : Optional.empty();
  }

  /** What is asked for by steps that are not done yet may have a price by then. */
  private static List<String> unpriced(List<Outlay> outlays, SpendLimit limit, boolean known) {
    return limit.allowsUnpriced()
        ? List.of()
        : outlays.stream()
            .filter(outlay -> outlay.known() == known && most(outlay, limit).isEmpty())
            .map(Outlay::step)
            .toList();
  }

  /** What waits for an answer has its reserve already, and that counts as spent. */
  private static boolean isReserved(Outlay outlay, SpendLimit limit) {
    var open = outlay.open();
    if (open == null) {
      return false;
    }
    boolean theirs = open.payer().subject(limit.scope()).equals(limit.subject());
    var reserved = open.reserved();
    return theirs && (reserved == null || reserved.currency().equals(limit.most().currency()));
  }

  /** As many windows as it takes when each is filled in turn. */
  private static @Nullable Duration delay(SpendLimit limit, Money spent, List<BigDecimal> amounts) {
    var window = limit.window();
    var most = limit.most().amount();
    if (window == null) {
      return null;
    }
    int windows = 0;
    var filled = spent.amount();
    for (var amount : amounts) {
      if (amount.compareTo(most) > 0) {
        return null;
      }
      filled = filled.add(amount);
      if (filled.compareTo(most) > 0) {
        windows++;
        filled = amount;
      }
    }
    return window.multipliedBy(windows);
  }

  /** Why a render may not begin. */
  static VidgenException refused(List<Excess> errors) {
    return VidgenException.of(
        FailureKind.OVER_BUDGET,
        "the plan costs more than may be spent; nothing was sent. "
            + errors.stream()
                .map(excess -> excess.problem().message())
                .collect(Collectors.joining("; ")),
        errors.get(0).problem().remedy());
  }

  /** What may be spent after somebody agreed to a plan: its limits of the render are higher. */
  static Purse raised(Purse purse, List<Excess> errors) {
    var limits = new ArrayList<>(purse.limits());
    for (var excess : errors) {
      limits.replaceAll(limit -> isSame(limit, excess.limit()) ? excess.raise(limit) : limit);
    }
    return new Purse(purse.payer(), limits);
  }

  /** A limit may be raised for more than one reason. */
  private static boolean isSame(SpendLimit limit, SpendLimit before) {
    return limit.scope() == before.scope()
        && limit.providers().equals(before.providers())
        && Objects.equals(limit.window(), before.window())
        && limit.most().currency().equals(before.most().currency());
  }

  static List<Problem> problems(List<Excess> over) {
    return over.stream().map(Excess::problem).toList();
  }
}
