package io.vidgen;

import io.vidgen.event.RenderListener;
import io.vidgen.internal.job.Engine;
import io.vidgen.internal.job.EngineConfig;
import io.vidgen.internal.job.Workshop;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.money.Budget;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Scheduler;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.CharacterStores;
import io.vidgen.storage.Storages;
import io.vidgen.storage.VideoStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a pipeline works and how, as the builder was told. */
final class Premises {
  private @Nullable Path directory;
  private @Nullable Ledger ledger;
  private @Nullable VideoStorage storage;
  private @Nullable CharacterStore characters;

  /** How it works. */
  record Habits(
      VideoRouter router,
      Budget budget,
      List<RenderListener> listeners,
      Duration life,
      int parallelism,
      InstantSource clock,
      @Nullable Scheduler scheduler) {

    static Duration checkLife(Duration life) {
      if (life.isNegative() || life.isZero()) {
        throw new IllegalArgumentException("life must be more than zero, not " + life);
      }
      return life;
    }

    static int checkParallelism(int steps) {
      if (steps < 1 || steps > 256) {
        throw new IllegalArgumentException("parallelism must be 1 to 256, not " + steps);
      }
      return steps;
    }
  }

  void directory(Path directory) {
    if (ledger != null || storage != null) {
      throw new IllegalStateException(
          "directory(" + directory + ") contradicts ledger(...) or storage(...): give one of them");
    }
    this.directory = directory;
  }

  void ledger(Ledger ledger) {
    checkNoDirectory("ledger");
    this.ledger = ledger;
  }

  void storage(VideoStorage storage) {
    checkNoDirectory("storage");
    this.storage = storage;
  }

  /** A store of characters is for several pipelines, so it goes with a directory too. */
  void characters(CharacterStore characters) {
    this.characters = characters;
  }

  /** Opens ledger and storage; an engine that was not told to use its caller's closes them. */
  Engine engine(Workshop workshop, Habits habits) {
    var books = openLedger();
    VideoStorage shelf = null;
    CharacterStore cast;
    try {
      shelf = openStorage();
      cast = openCharacters();
    } catch (RuntimeException e) {
      if (shelf != null && storage == null) {
        shelf.close();
      }
      if (ledger == null) {
        books.close();
      }
      throw e;
    }
    return new Engine(
        new EngineConfig(
            workshop,
            books,
            ledger == null,
            shelf,
            storage == null,
            cast,
            characters == null,
            habits.router(),
            habits.budget(),
            habits.listeners(),
            habits.life(),
            habits.parallelism(),
            habits.clock(),
            habits.scheduler()));
  }

  private Ledger openLedger() {
    if (ledger != null || directory == null) {
      return ledger != null ? ledger : Ledgers.inMemory();
    }
    return Ledgers.directory(directory.resolve("ledger"));
  }

  private VideoStorage openStorage() {
    if (storage != null || directory == null) {
      return storage != null ? storage : Storages.inMemory();
    }
    return Storages.directory(directory.resolve("videos"));
  }

  private CharacterStore openCharacters() {
    if (characters != null || directory == null) {
      return characters != null ? characters : CharacterStores.inMemory();
    }
    return CharacterStores.directory(directory.resolve("characters"));
  }

  private void checkNoDirectory(String what) {
    if (directory != null) {
      throw new IllegalStateException(
          what + "(...) contradicts directory(" + directory + "): give one of them");
    }
  }
}
