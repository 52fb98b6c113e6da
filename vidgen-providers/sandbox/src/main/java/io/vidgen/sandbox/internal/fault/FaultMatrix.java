package io.vidgen.sandbox.internal.fault;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All faults for all main operations of a vendor. */
public final class FaultMatrix {
  private static final Duration STALL = Duration.ofSeconds(20);
  private static final String METADATA_SERVICE = "http://169.254.169.254/latest/meta-data/";

  private FaultMatrix() {}

  /** The cells in a stable order. */
  public static List<FaultCase> of(VendorImitation imitation) {
    var cells = new ArrayList<FaultCase>();
    for (String operation : imitation.mainOperations()) {
      for (Fault fault : transport()) {
        cells.add(new FaultCase(imitation.vendor(), operation, fault));
      }
      for (String name : imitation.errors().keySet()) {
        cells.add(new FaultCase(imitation.vendor(), operation, new Fault.VendorError(name)));
      }
      for (String name : imitation.quirks().getOrDefault(operation, List.of())) {
        cells.add(new FaultCase(imitation.vendor(), operation, new Fault.Quirk(name)));
      }
      if (imitation.paidOperations().contains(operation)) {
        for (Fault fault : imitation.afterAcceptance()) {
          cells.add(new FaultCase(imitation.vendor(), operation, fault));
        }
      }
    }
    return List.copyOf(cells);
  }

  private static List<Fault> transport() {
    var faults = new ArrayList<Fault>();
    for (Fault.Moment moment : Fault.Moment.values()) {
      faults.add(new Fault.Drop(moment));
    }
    faults.add(new Fault.Stall(Fault.Moment.BEFORE_BODY, STALL));
    faults.add(new Fault.Stall(Fault.Moment.AFTER_ACCEPTANCE, STALL));
    faults.add(new Fault.Stall(Fault.Moment.MID_ANSWER, STALL));
    for (Fault.Garbling how : Fault.Garbling.values()) {
      faults.add(new Fault.Garbled(how));
    }
    faults.add(new Fault.RateLimited(Fault.RetryAfter.NONE, 0));
    faults.add(new Fault.RateLimited(Fault.RetryAfter.SECONDS, 2));
    faults.add(new Fault.RateLimited(Fault.RetryAfter.DATE, 60));
    faults.add(new Fault.Html(200));
    faults.add(new Fault.Html(502));
    faults.add(new Fault.Html(503));
    faults.add(new Fault.Slow(200));
    faults.add(new Fault.Redirect(302, METADATA_SERVICE));
    faults.add(new Fault.Redirect(307, METADATA_SERVICE));
    return faults;
  }
}
