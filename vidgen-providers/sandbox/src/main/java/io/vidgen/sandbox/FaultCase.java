package io.vidgen.sandbox;

/**
 * One cell of a matrix of faults, to loop over in a test.
 *
 * @param vendor whose
 * @param operation name as in {@link AskedRequest#operation()}
 * @param fault what goes wrong
 */
public record FaultCase(Vendor vendor, String operation, Fault fault) {

  /**
   * The rule that makes it happen to the next such request.
   *
   * @return a rule for {@link Sandbox#inject(FaultRule)}
   */
  public FaultRule once() {
    return FaultRule.next(vendor, operation, fault);
  }

  @Override
  public String toString() {
    return vendor.prefix() + " " + operation + " " + fault.text();
  }
}
