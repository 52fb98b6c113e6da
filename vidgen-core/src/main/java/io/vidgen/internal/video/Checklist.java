package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.money.Price;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request. Used by one thread. */
public final class Checklist {
  private final Toolbox tools;
  private final Set<Problem> problems = new LinkedHashSet<>();

  /**
   * An empty list.
   *
   * @param tools what there is
   */
  public Checklist(Toolbox tools) {
    this.tools = tools;
  }

  /**
   * What to say when nobody fits.
   *
   * @param field what it is about
   * @param message what is missing
   * @param remedy what to do
   */
  public record Lack(String field, String message, String remedy) {}

  /** What a file must hold. */
  public enum Holds {
    /** A still or moving picture. */
    PICTURE("picture") {
      @Override
      boolean isIn(MediaInfo info) {
        return info.video() != null;
      }
    },
    /** A moving picture. */
    MOVING_PICTURE("moving picture") {
      @Override
      boolean isIn(MediaInfo info) {
        return info.video() != null;
      }
    },
    /** Sound. */
    SOUND("sound") {
      @Override
      boolean isIn(MediaInfo info) {
        return info.audio() != null;
      }
    },
    /** Sound of a length that its file states: what is bought for it is priced and cut by that. */
    MEASURED_SOUND("sound") {
      @Override
      boolean isIn(MediaInfo info) {
        return info.audio() != null;
      }
    };

    private final String name;

    Holds(String name) {
      this.name = name;
    }

    abstract boolean isIn(MediaInfo info);

    private boolean needsLength() {
      return this == MOVING_PICTURE || this == MEASURED_SOUND;
    }
  }

  /**
   * Adds a problem.
   *
   * @param problem what is wrong
   */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /**
   * Adds problems.
   *
   * @param more what is wrong
   */
  public void addAll(List<Problem> more) {
    problems.addAll(more);
  }

  /**
   * All problems.
   *
   * @return the problems in the order in which they were found
   */
  public List<Problem> problems() {
    return new ArrayList<>(problems);
  }

  /**
   * Checks that it is clear who does some work.
   *
   * @param candidates who there is
   * @param fits who can do it
   * @param lack what to say when nobody can
   * @param <P> kind of provider
   * @return whether somebody can
   */
  public <P extends Provider<?, ?>> boolean usable(
      Candidates<P> candidates, Predicate<P> fits, Lack lack) {
    var fitting = candidates.matching(fits);
    if (fitting.isEmpty()) {
      add(Problem.error(lack.field(), lack.message() + "; " + there(candidates), lack.remedy()));
      return false;
    }
    var undecided = candidates.undecided(fits);
    // A router that has an order of its own needs nobody to say who is meant.
    if (!tools.router().decides() && !undecided.isEmpty()) {
      add(
          Problem.error(
              candidates.kind() + " provider",
              "several could be meant: " + undecided,
              "name one by the builder or the setting vidgen." + candidates.kind()));
      return false;
    }
    return true;
  }

  /**
   * Warns of a price that nobody knows.
   *
   * @param price the price
   * @param field what it is for
   */
  public void priceKnown(Price price, String field) {
    if (price instanceof Price.Unknown unknown) {
      add(Problem.warning(field, "its price is not known: " + unknown.reason(), ""));
    }
  }

  /**
   * Checks that captions can be drawn.
   *
   * @param text what they show
   * @param field what to call it
   */
  public void glyphs(String text, String field) {
    addAll(tools.composer().checkGlyphs(text, field));
  }

  /**
   * Checks a file of the user's.
   *
   * @param file the file
   * @param field where the request says it
   * @param holds what must be in it
   * @return what it holds; null when it cannot be used
   */
  public @Nullable MediaInfo media(Path file, String field, Holds holds) {
    if (!readable(file, field)) {
      return null;
    }
    var info = probe(file, field);
    if (info == null) {
      return null;
    } else if (!holds.isIn(info) || (holds == Holds.MOVING_PICTURE && isStill(file, info))) {
      add(Problem.error(field, file + " has no " + holds.name, "give a file with one"));
      return null;
    } else if (holds.needsLength() && info.duration().isZero()) {
      add(
          Problem.error(
              field,
              file + " does not say how long it is",
              "write it anew with its length, such as by ffmpeg -i <old> -c copy <new>"));
      return null;
    }
    return info;
  }

  private static boolean isStill(Path file, MediaInfo info) {
    try {
      return info.duration().isZero() && MediaTypes.of(file, info).startsWith("image/");
    } catch (IOException e) {
      // It could be read a moment ago; that it has no length is said in any case.
      return false;
    }
  }

  /**
   * Checks that a file of the user's is there.
   *
   * @param file the file
   * @param field where the request says it
   * @return whether it can be read
   */
  public boolean readable(Path file, String field) {
    boolean there = Files.isRegularFile(file) && Files.isReadable(file);
    if (!there) {
      add(Problem.error(field, "there is no readable file " + file, "check the path"));
    }
    return there;
  }

  private @Nullable MediaInfo probe(Path file, String field) {
    try {
      return tools.composer().probe(file);
    } catch (IOException | VidgenException e) {
      add(Problem.error(field, file + " cannot be used: " + e.getMessage(), "give another file"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      add(Problem.error(field, "stopped while looking at " + file, "plan again"));
    }
    return null;
  }

  private static String there(Candidates<?> candidates) {
    var usable = candidates.ids().isEmpty() ? "there is none" : "there are " + candidates.ids();
    return candidates.unusable().isEmpty()
        ? usable
        : usable + ", and these cannot be used: " + String.join("; ", candidates.unusable());
  }
}
