package io.vidgen.internal.limits;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent.Limit;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.AccountUse;
import io.vidgen.spi.ProviderAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Two pipelines by one clock, and who heard what. */
abstract class GatesFixture {
  static final Duration SECOND = Duration.ofSeconds(1);

  final HandTime time = new HandTime();
  final Gates gates = new Gates(time, time::later);
  final Gates other = new Gates(time, time::later);
  final List<String> admitted = new ArrayList<>();
  final List<String> waiting = new ArrayList<>();
  final List<String> postponed = new ArrayList<>();
  final List<String> outstayed = new ArrayList<>();
  final List<String> turnedAway = new ArrayList<>();
  final Map<String, Turn> turns = new HashMap<>();

  @AfterEach
  void close() {
    gates.close();
    other.close();
  }

  void ask(ProviderAccount account, String... names) {
    for (var name : names) {
      ask(gates, account, "alice", name);
    }
  }

  void ask(Gates from, ProviderAccount account, String owner, String name) {
    ask(
        from,
        account,
        new Turn.Wish(owner, "speech", false, Duration.ZERO, Duration.ofHours(1), null),
        name);
  }

  void ask(Gates from, ProviderAccount account, Turn.Wish wish, String name) {
    var turn =
        from.turn(
            account,
            wish,
            new Turn.Caller() {
              @Override
              public void admitted() {
                hear(admitted);
              }

              @Override
              public void waits(Limit limit, int before) {
                waiting.add(name + " " + limit + " " + before);
              }

              @Override
              public void postponed(Duration held, Duration left) {
                hear(postponed);
              }

              @Override
              public void outstayed() {
                hear(outstayed);
              }

              @Override
              public void turnedAway(Failure why) {
                hear(turnedAway);
              }

              private void hear(List<String> list) {
                list.add(name);
                if (name.startsWith("broken")) {
                  throw new IllegalStateException("the ledger of this pipeline is broken");
                }
              }
            });
    turns.put(name, turn);
    turn.begin();
  }

  static Turn.Wish replaceable(String service) {
    return new Turn.Wish("alice", service, true, Duration.ZERO, Duration.ofMinutes(1), null);
  }

  void end(String name) {
    turns.get(name).end();
  }

  static AccountUse use(int perMinute, int atOnce) {
    return new AccountUse(new AccountLimits(perMinute, atOnce), null, null);
  }

  static ProviderAccount account(int perMinute, int atOnce) {
    return new ProviderAccount("vendor#1", new AccountLimits(perMinute, atOnce));
  }
}
