package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Avatar;
import io.vidgen.job.Narrated;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.ArtifactStore;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.StoredCharacter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Carries pictures of characters between the store, where they live long, and a ledger. */
final class CharacterDesk {
  private static final int TRIES = 5;

  private final CharacterStore store;
  private final ArtifactStore artifacts;

  CharacterDesk(CharacterStore store, ArtifactStore artifacts) {
    this.store = store;
    this.artifacts = artifacts;
  }

  CharacterStore store() {
    return store;
  }

  /** Keeps a character with its pictures. */
  Character save(Character character) {
    try {
      var pictures = new ArrayList<Path>();
      for (var reference : character.references()) {
        pictures.add(file(character, reference));
      }
      return store.save(character, pictures).character();
    } catch (IOException e) {
      throw failed("character '" + character.id() + "' cannot be kept", e);
    }
  }

  private Path file(Character character, Artifact reference) throws IOException {
    var here = artifacts.find(reference);
    if (here.isPresent()) {
      return here.get();
    }
    return kept(character, reference)
        .orElseThrow(
            () -> VidgenException.invalid("character", List.of(missing(character, reference))));
  }

  /** The pictures that were drawn before for somebody who looks the same. */
  Optional<Character> lookAlike(Character character) {
    try {
      return store
          .find(character.owner(), character.id())
          .map(StoredCharacter::character)
          .filter(kept -> !kept.references().isEmpty())
          .filter(kept -> kept.description().equals(character.description()))
          .filter(kept -> kept.style().equals(character.style()))
          .map(kept -> character.withReferences(kept.references()));
    } catch (IOException e) {
      throw failed("character '" + character.id() + "' cannot be read", e);
    }
  }

  /**
   * Says which pictures of a request's characters are nowhere. Clips are bought with them; other
   * videos may be made of what was done before.
   */
  List<Problem> check(VideoRequest request) {
    var problems = new ArrayList<Problem>();
    for (var character : characters(request)) {
      for (var reference : character.references()) {
        if (artifacts.find(reference).isEmpty() && !isKept(character, reference)) {
          var problem = missing(character, reference);
          problems.add(
              request instanceof Story
                  ? problem
                  : Problem.warning(problem.field(), problem.message(), problem.remedy()));
        }
      }
    }
    return problems;
  }

  private boolean isKept(Character character, Artifact reference) {
    try {
      return kept(character, reference).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static Problem missing(Character character, Artifact reference) {
    return Problem.error(
        "characters",
        String.format(
            Locale.ROOT,
            "picture %d of '%s' is neither in the ledger nor with the character in the store",
            character.references().indexOf(reference) + 1,
            character.id()),
        "take it in by keep(...), or use the character as the store has it");
  }

  /** Takes in what the ledger lacks of the pictures of a request's characters. */
  void bringIn(VideoRequest request) {
    characters(request).forEach(this::bringIn);
  }

  /** Takes in what the ledger lacks of the pictures of a character. */
  void bringIn(Character character) {
    try {
      for (var reference : character.references()) {
        if (artifacts.find(reference).isEmpty()) {
          bringIn(character, reference);
        }
      }
    } catch (IOException e) {
      throw failed("the pictures of '" + character.id() + "' cannot be taken in", e);
    }
  }

  private void bringIn(Character character, Artifact reference) throws IOException {
    for (int i = 1; ; i++) {
      var kept = kept(character, reference);
      if (kept.isEmpty()) {
        return;
      }
      try {
        bringIn(kept.get(), reference);
        return;
      } catch (NoSuchFileException e) {
        // Saved anew between two looks: look again.
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private void bringIn(Path picture, Artifact reference) throws IOException {
    var work = artifacts.newWorkDirectory();
    var copy = work.resolve("picture");
    try {
      Files.copy(picture, copy);
      if (!artifacts.take(copy, reference.mediaType()).digest().equals(reference.digest())) {
        throw new IOException(picture + " was changed: save that character again");
      }
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(work);
    }
  }

  private Optional<Path> kept(Character character, Artifact reference) throws IOException {
    var kept = store.find(character.owner(), character.id());
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    int index =
        kept.get().character().references().stream()
            .map(Artifact::digest)
            .toList()
            .indexOf(reference.digest());
    return index < 0 ? Optional.empty() : Optional.of(kept.get().pictures().get(index));
  }

  private static List<Character> characters(VideoRequest request) {
    if (request instanceof Narrated narrated) {
      return narrated.characters();
    } else if (request instanceof Story story) {
      return story.characters();
    } else if (request instanceof Avatar avatar && avatar.character() != null) {
      return List.of(Objects.requireNonNull(avatar.character()));
    }
    return List.of();
  }

  private static VidgenException failed(String what, IOException cause) {
    return new VidgenException(
        Failure.of(
            FailureKind.LOCAL,
            what + ": " + cause.getMessage(),
            "check space and permissions of the store"),
        cause);
  }
}
