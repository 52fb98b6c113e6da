package io.vidgen.internal.narrated;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.job.Narrated;
import io.vidgen.money.Price;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.SpeechProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a request before anything is spent or written. */
public final class NarratedChecks {
  private final Narrated request;
  private final Toolbox tools;
  private final SceneSteps steps;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Checks for one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public NarratedChecks(Narrated request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
    this.steps = new SceneSteps(request, tools);
  }

  /**
   * Checks.
   *
   * @return everything that is wrong, errors and warnings
   */
  public List<Problem> check() {
    boolean spoken = checkVoices();
    boolean drawn = checkPictures();
    for (int number = 1; number <= request.script().scenes().size(); number++) {
      checkScene(number, spoken, drawn);
    }
    var music = request.music();
    if (music != null) {
      checkMedia(music, "music", false);
    }
    return problems;
  }

  private boolean checkVoices() {
    var language = request.script().language();
    if (request.script().scenes().stream().allMatch(s -> s.spokenText().isBlank())) {
      return false;
    }
    Predicate<SpeechProvider> fits = p -> p.capabilities().speaks(language);
    if (tools.speech().matching(fits).isEmpty()) {
      problems.add(
          Problem.error(
              "script.language",
              "no voice speaks " + language.toLanguageTag() + "; " + there(tools.speech()),
              "install or configure a voice for it, or name the provider 'silent' for a narration "
                  + "without sound"));
      return false;
    }
    return decided(tools.speech(), fits) && priced(tools.speech().matching(fits));
  }

  private boolean checkPictures() {
    if (request.script().scenes().stream().allMatch(s -> s.media() != null)) {
      return false;
    }
    Predicate<ImageProvider> fits = p -> true;
    if (tools.images().matching(fits).isEmpty()) {
      problems.add(
          Problem.error(
              "image provider",
              "nothing can make pictures; " + there(tools.images()),
              "add vidgen-providers-offline or another image provider, or give each scene a file"));
      return false;
    }
    return decided(tools.images(), fits) && priced(tools.images().matching(fits));
  }

  private boolean priced(List<? extends io.vidgen.spi.Provider<?, ?>> providers) {
    if (!providers.get(0).priceCard().isFree() && !tools.ledger().isDurable()) {
      problems.add(
          Problem.warning(
              "ledger",
              "provider "
                  + providers.get(0).id()
                  + " is paid, and the ledger is only in memory: "
                  + "after a crash everything is bought again",
              "give the builder a directory"));
    }
    return true;
  }

  private <P> boolean decided(Candidates<P> candidates, Predicate<P> fits) {
    var undecided = candidates.undecided(fits);
    if (undecided.isEmpty()) {
      return true;
    }
    problems.add(
        Problem.error(
            candidates.kind() + " provider",
            "several could be meant: " + undecided,
            "name one by the builder or the setting vidgen." + candidates.kind()));
    return false;
  }

  private void checkScene(int number, boolean spoken, boolean drawn) {
    var scene = request.script().scenes().get(number - 1);
    var field = "script.scenes[" + (number - 1) + "]";
    if (request.captions() != null) {
      problems.addAll(tools.composer().checkGlyphs(scene.captionText(), field + ".caption"));
    }
    if (spoken) {
      steps.speech(number).ifPresent(step -> priceKnown(step.price(), field));
      checkSpeech(number, field);
    }
    var media = scene.media();
    if (media != null) {
      checkMedia(media, field + ".media", true);
    } else if (drawn) {
      checkImage(number, field);
    }
  }

  private void checkSpeech(int number, String field) {
    var asked = steps.speechRequest(number);
    if (asked.text().isBlank()) {
      return;
    }
    var voice = voice(asked);
    int most = voice.capabilities().maxTextLength();
    if (most > 0 && asked.text().length() > most) {
      problems.add(
          Problem.error(
              field,
              asked.text().length()
                  + " characters are more than the "
                  + most
                  + " that "
                  + voice.id()
                  + " takes at once",
              "split the scene"));
    }
    problems.addAll(voice.check(asked));
  }

  private SpeechProvider voice(io.vidgen.spi.SpeechRequest asked) {
    var fits = tools.speech().matching(p -> p.capabilities().speaks(asked.language()));
    return io.vidgen.internal.engine.Steps.choose(tools.ledger(), SceneSteps.SPEECH, fits, asked);
  }

  private void checkImage(int number, String field) {
    var asked = steps.imageRequest(number);
    var maker =
        io.vidgen.internal.engine.Steps.choose(
            tools.ledger(), SceneSteps.IMAGE, tools.images().matching(p -> true), asked);
    problems.addAll(maker.check(asked));
    priceKnown(maker.price(asked), field);
  }

  private void priceKnown(Price price, String field) {
    if (price instanceof Price.Unknown unknown) {
      problems.add(Problem.warning(field, "its price is not known: " + unknown.reason(), ""));
    }
  }

  private void checkMedia(Path file, String field, boolean picture) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      problems.add(Problem.error(field, "there is no readable file " + file, "check the path"));
      return;
    }
    var info = probe(file, field);
    if (info != null && (picture ? info.video() == null : info.audio() == null)) {
      problems.add(
          Problem.error(
              field, file + " has no " + (picture ? "picture" : "sound"), "give a file with one"));
    }
  }

  private @Nullable MediaInfo probe(Path file, String field) {
    try {
      return tools.composer().probe(file);
    } catch (IOException | VidgenException e) {
      problems.add(
          Problem.error(field, file + " cannot be used: " + e.getMessage(), "give another file"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problems.add(Problem.error(field, "stopped while looking at " + file, "plan again"));
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
