package io.vidgen.examples.storm;

import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Vendor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the vendors charged, against what the ledger says. Vendors' books are the truth. */
final class Accounts {
  static final List<String> PAID = List.of("elevenlabs", "nano-banana", "veo", "d-id");

  private final Studio studio;

  Accounts(Studio studio) {
    this.studio = studio;
  }

  /**
   * How an account stands.
   *
   * @param bought requests that were charged and not given back
   * @param made steps that the ledger knows to be paid, or at the vendor
   * @param unknown steps of which it does not know
   */
  record Standing(long bought, long made, long unknown) {
    static final Standing NONE = new Standing(0, 0, 0);

    Standing since(Standing before) {
      return new Standing(bought - before.bought, made - before.made, unknown - before.unknown);
    }
  }

  Map<String, Standing> standings() {
    var all = new TreeMap<String, Standing>();
    var steps = studio.pipeline.ledger().all();
    for (var provider : PAID) {
      var mine = steps.stream().filter(step -> step.provider().equals(provider)).toList();
      all.put(
          provider,
          new Standing(
              net(provider).values().stream().filter(sum -> sum.signum() > 0).count(),
              mine.stream().filter(Accounts::isPaid).count(),
              mine.stream().filter(step -> step.state() == StepState.UNKNOWN).count()));
    }
    return all;
  }

  private static boolean isPaid(StepRecord step) {
    var spent = step.spent();
    return step.state() == StepState.COMPLETED
        || step.state() == StepState.SUBMITTED
        || (step.state() == StepState.FAILED && spent != null && spent.amount().signum() > 0);
  }

  /** What the vendors keep, in USD by provider. */
  Map<String, BigDecimal> charged() {
    var all = new TreeMap<String, BigDecimal>();
    for (var provider : PAID) {
      all.put(provider, sum(net(provider).values().stream().toList()));
    }
    all.put(
        Studio.SECOND,
        sum(
            studio.secondFilms.requests().stream()
                .map(clip -> BigDecimal.valueOf(clip.duration().toMillis()).movePointLeft(4))
                .toList()));
    return all;
  }

  /** What the ledger says was spent, in USD by provider. */
  Map<String, BigDecimal> spent() {
    var all = new TreeMap<String, BigDecimal>();
    studio
        .pipeline
        .spending()
        .byProvider()
        .forEach(
            (provider, tally) ->
                all.put(provider, sum(tally.spent().stream().map(Money::amount).toList())));
    return all;
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** USD by the vendor's id of what was made. */
  private Map<String, BigDecimal> net(String provider) {
    return charges(provider).stream()
        .collect(Collectors.toMap(Charge::id, Accounts::dollars, BigDecimal::add));
  }

  private List<Charge> charges(String provider) {
    return switch (provider) {
      case "elevenlabs" -> studio.sandbox.charges(Vendor.ELEVENLABS);
      case "d-id" -> studio.sandbox.charges(Vendor.DID);
      default ->
          studio.sandbox.charges(Vendor.GOOGLE).stream()
              .filter(c -> c.operation().equals("generateImage") == provider.equals("nano-banana"))
              .toList();
    };
  }

  private static BigDecimal dollars(Charge charge) {
    return switch (charge.vendor()) {
      case ELEVENLABS -> charge.amount().movePointLeft(4);
      case DID -> charge.amount().multiply(Studio.CREDIT_OF_DID.amount());
      default -> charge.amount();
    };
  }

  /**
   * Requests that were charged more than once. Each thing that is asked of ElevenLabs and Google
   * has a body of its own, and each attempt at D-ID plants its id.
   */
  List<String> twice() {
    var twice = new ArrayList<String>();
    for (var provider : PAID) {
      Function<Charge, String> what =
          provider.equals("d-id") ? charge -> String.valueOf(charge.attempt()) : Charge::digest;
      charges(provider).stream()
          .filter(charge -> charge.amount().signum() > 0)
          .collect(Collectors.groupingBy(what, Collectors.mapping(Charge::id, Collectors.toSet())))
          .forEach(
              (asked, ids) -> {
                for (int i = 1; i < ids.size(); i++) {
                  twice.add(provider + " " + asked);
                }
              });
    }
    return twice;
  }
}
