package io.vidgen.sandbox.internal.elevenlabs;

import io.vidgen.spi.AccountLimits;
import java.util.List;
import java.util.Optional;

/**
 * A model and its limits.
 *
 * @param id its id
 * @param name its name
 * @param limit longest text of one request, in characters
 * @param cost of a character
 * @param atOnce requests at once in the Creator plan
 * @param languages its codes of languages
 */
record Model(String id, String name, int limit, double cost, int atOnce, List<String> languages) {
  /** Calls at once of the models that are not fast. */
  private static final int CREATOR = 5;

  private static final List<String> MANY =
      List.of(
          ("en ja zh de hi fr ko pt it es id nl tr fil pl sv bg ro ar cs el fi hr ms sk da ta uk"
                  + " ru")
              .split(" ", -1));

  static final List<Model> ALL =
      List.of(
          new Model("eleven_v3", "Eleven v3", 5000, 1, 5, MANY),
          new Model("eleven_multilingual_v2", "Eleven Multilingual v2", 10_000, 1, 5, MANY),
          new Model("eleven_flash_v2_5", "Eleven Flash v2.5", 40_000, 0.5, 10, MANY),
          new Model("eleven_turbo_v2_5", "Eleven Turbo v2.5", 40_000, 0.5, 10, MANY),
          new Model("eleven_flash_v2", "Eleven Flash v2", 30_000, 0.5, 10, List.of("en")),
          new Model("eleven_turbo_v2", "Eleven Turbo v2", 30_000, 0.5, 10, List.of("en")));

  static Optional<Model> find(String id) {
    return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /** What is counted together. */
  String group() {
    return atOnce == CREATOR ? "standard" : "fast";
  }

  /** How many calls may run; every plan has twice as many of the fast models. */
  int atOnce(AccountLimits plan) {
    return plan.concurrent() == 0 ? atOnce : plan.concurrent() * (atOnce / CREATOR);
  }

  boolean stitches() {
    return !id.equals("eleven_v3");
  }
}
