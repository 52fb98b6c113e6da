package io.vidgen.testkit.openapi;

import java.util.ArrayList;
import java.util.List;

/** Collects violations of one operation. */
final class Findings {
  private final String operation;
  private final List<Violation> all = new ArrayList<>();

  Findings(String operation) {
    this.operation = operation;
  }

  void add(String where, String message) {
    all.add(new Violation(operation, where, message));
  }

  void addAll(String where, List<Schemas.Fault> faults) {
    faults.forEach(
        fault -> add(fault.at().isEmpty() ? where : where + " " + fault.at(), fault.message()));
  }

  List<Violation> all() {
    return List.copyOf(all);
  }
}
