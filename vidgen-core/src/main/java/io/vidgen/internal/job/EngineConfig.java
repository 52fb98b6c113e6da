package io.vidgen.internal.job;

import io.vidgen.event.RenderListener;
import io.vidgen.ledger.Ledger;
import io.vidgen.money.Budget;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Scheduler;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.VideoStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is made of.
 *
 * @param workshop the providers
 * @param ledger steps and money
 * @param ownsLedger whether the engine closes it
 * @param storage finished videos
 * @param ownsStorage whether the engine closes it
 * @param characters who is kept
 * @param ownsCharacters whether the engine closes that store
 * @param router chooses among providers
 * @param budget what all jobs together and each of them may spend
 * @param listeners hear about all jobs
 * @param life how long finished videos are kept
 * @param parallelism how many steps use this machine's processors at once
 * @param clock what time it is
 * @param scheduler runs things later, null for a timer of the engine's own
 */
public record EngineConfig(
    Workshop workshop,
    Ledger ledger,
    boolean ownsLedger,
    VideoStorage storage,
    boolean ownsStorage,
    CharacterStore characters,
    boolean ownsCharacters,
    VideoRouter router,
    Budget budget,
    List<RenderListener> listeners,
    Duration life,
    int parallelism,
    InstantSource clock,
    @Nullable Scheduler scheduler) {

  /** Copies the list. */
  public EngineConfig {
    listeners = List.copyOf(listeners);
  }
}
