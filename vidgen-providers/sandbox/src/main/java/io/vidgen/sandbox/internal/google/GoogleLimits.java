package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.google.Model.Place;
import io.vidgen.sandbox.internal.limit.Account;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.server.Call;

/** Holds accounts to what they may ask of each model in a minute, and to what Veo runs at once. */
final class GoogleLimits {
  private final LimitDesk desk;

  GoogleLimits(LimitDesk desk) {
    this.desk = desk;
  }

  /** Counts a request. */
  void request(Call call, Place place, String model) throws Refusal {
    var refused = desk.refused(account(call, model));
    if (refused.isPresent()) {
      var reply =
          place == Place.GEMINI
              ? GoogleErrors.tooManyRequests(model, refused.get())
              : GoogleErrors.exhausted(place, model);
      throw new Refusal(reply.beyond(LimitDesk.PER_MINUTE));
    }
  }

  /** Takes a place for an operation. */
  LimitDesk.Place operation(Call call, Place place, String model) throws Refusal {
    var taken = desk.enter(account(call, model), desk.of(Vendor.GOOGLE).concurrent());
    if (taken == null) {
      throw new Refusal(GoogleErrors.exhausted(place, model).beyond(LimitDesk.AT_ONCE));
    }
    return taken;
  }

  private static Account account(Call call, String model) {
    return new Account(Vendor.GOOGLE, GoogleKeys.account(call), model);
  }
}
