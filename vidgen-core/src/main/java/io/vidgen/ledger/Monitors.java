package io.vidgen.ledger;

import java.util.function.BooleanSupplier;

/** Waiting that an interrupt does not cut short, because what is waited for takes milliseconds. */
final class Monitors {
  private Monitors() {}

  /** Waits on a monitor that the caller holds; an interrupt is kept for later. */
  static void await(Object monitor, BooleanSupplier condition) {
    boolean interrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        monitor.wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
