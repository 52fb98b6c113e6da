package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Fingerprint;
import io.vidgen.storage.CharacterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every store of characters must do. Extend it and say how one is opened. */
@Timeout(300)
public abstract class CharacterStoreContract {
  /** An empty directory, new for each test. */
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before anything else runs.
  protected Path place;

  /** An empty store, open. */
  @SuppressWarnings("NullAway.Init") // set before each test
  protected CharacterStore store;

  /** For subclasses. */
  protected CharacterStoreContract() {}

  /**
   * Opens a store.
   *
   * @param place a directory that it may use, or use as a name
   * @return the store
   * @throws Exception if it cannot be opened
   */
  protected abstract CharacterStore open(Path place) throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = open(place.resolve("store"));
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Test
  void save_character_isFoundWithAllThatIsKnownAndItsPictures() throws Exception {
    var pictures = List.of(picture("front"), picture("side"));
    var lea =
        new Character("lea", "Léa \"X\"", "tall", "ink", references(pictures), "amy", "face", "me");

    var saved = store.save(lea, pictures);

    var found = store.find("me", "lea").orElseThrow();
    assertThat(found.character()).isEqualTo(lea).isEqualTo(saved.character());
    assertThat(found.pictures()).hasSize(2);
    assertThat(found.pictures().get(0)).hasContent("front");
    assertThat(found.pictures().get(1)).hasContent("side");
    assertThat(pictures.get(0)).hasContent("front");
  }

  @Test
  void save_pictureDeletedAfterwards_isStillThere() throws Exception {
    var pictures = List.of(picture("front"));
    store.save(character("lea", null, pictures), pictures);
    Files.delete(pictures.get(0));

    assertThat(store.find(null, "lea").orElseThrow().pictures().get(0)).hasContent("front");
  }

  @Test
  void save_sameIdAgain_replaces() throws Exception {
    var before = List.of(picture("1"), picture("2"));
    store.save(character("lea", null, before), before);
    var after = List.of(picture("3"));

    store.save(character("lea", null, after), after);

    var found = store.find(null, "lea").orElseThrow();
    assertThat(found.pictures()).singleElement().satisfies(p -> assertThat(p).hasContent("3"));
    assertThat(store.list(null)).hasSize(1);
  }

  @Test
  void save_otherBytesThanTheReference_keepsWhatWasThere() throws Exception {
    var right = List.of(picture("right"));
    store.save(character("lea", null, right), right);
    var other = character("lea", null, List.of(picture("other")));

    assertThatThrownBy(() -> store.save(other, right)).isInstanceOf(IOException.class);

    assertThat(store.find(null, "lea").orElseThrow().pictures().get(0)).hasContent("right");
  }

  @Test
  void save_fewerFilesThanReferences_isRefused() throws Exception {
    var lea = character("lea", null, List.of(picture("front")));

    assertThatThrownBy(() -> store.save(lea, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.find(null, "lea")).isEmpty();
  }

  @Test
  void save_idsThatAreOddFileNames_areToldApart() throws Exception {
    var ids = List.of("con", "nul.txt", "a.", "a", "A", "x".repeat(128), "x".repeat(127));
    for (var id : ids) {
      store.save(character(id, null, List.of()), List.of());
    }

    for (var id : ids) {
      assertThat(store.find(null, id).orElseThrow().character().id()).isEqualTo(id);
    }
    assertThat(store.list(null)).hasSize(ids.size());
  }

  @Test
  void list_ofAnOwner_hasNobodyElses() throws Exception {
    for (var owner : new @Nullable String[] {null, "me", "../../you", ""}) {
      store.save(character("lea", owner, List.of()), List.of());
    }
    store.save(character("ana", "me", List.of()), List.of());

    assertThat(store.list("me")).extracting(Character::id).containsExactly("ana", "lea");
    assertThat(store.list("../../you")).extracting(Character::id).containsExactly("lea");
    assertThat(store.list(null)).extracting(Character::id).containsExactly("lea");
    assertThat(store.list("")).hasSize(1);
    assertThat(store.list("nobody there")).isEmpty();
  }

  @Test
  void delete_character_leavesThoseOfOthers() throws Exception {
    store.save(character("lea", "me", List.of()), List.of());
    store.save(character("lea", "you", List.of()), List.of());

    assertThat(store.delete("me", "lea")).isTrue();

    assertThat(store.find("me", "lea")).isEmpty();
    assertThat(store.find("you", "lea")).isPresent();
    assertThat(store.delete("me", "lea")).isFalse();
  }

  @Test
  void save_byTwoThreads_neverShowsAHalfOrNobody() throws Exception {
    var versions = List.of(List.of(picture("a")), List.of(picture("b"), picture("c")));
    store.save(character("lea", null, versions.get(0)), versions.get(0));
    var threads = Executors.newFixedThreadPool(3);
    try {
      var work = new ArrayList<Callable<@Nullable Void>>();
      for (var pictures : versions) {
        work.add(
            () -> {
              for (int i = 0; i < 30; i++) {
                store.save(character("lea", null, pictures), pictures);
              }
              return null;
            });
      }
      work.add(
          () -> {
            for (int i = 0; i < 60; i++) {
              var found = store.find(null, "lea").orElseThrow();
              assertThat(found.pictures()).hasSameSizeAs(found.character().references());
              assertThat(store.list(null)).hasSizeLessThanOrEqualTo(1);
            }
            return null;
          });
      for (var done : threads.invokeAll(work)) {
        done.get(100, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store.list(null)).hasSize(1);
  }

  /**
   * A character whose references are pictures.
   *
   * @param id its id
   * @param owner who it belongs to
   * @param pictures files
   * @return the character
   * @throws Exception if a file cannot be read
   */
  protected static Character character(String id, @Nullable String owner, List<Path> pictures)
      throws Exception {
    return new Character(id, "Lea", "tall", "", references(pictures), null, null, owner);
  }

  /**
   * A file that stands for a picture.
   *
   * @param content its content
   * @return the file
   * @throws IOException if it cannot be written
   */
  protected Path picture(String content) throws IOException {
    return Files.writeString(Files.createTempFile(place, "source", ".png"), content);
  }

  private static List<Artifact> references(List<Path> pictures) throws Exception {
    var references = new ArrayList<Artifact>();
    for (var picture : pictures) {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(picture));
      var hex = new Fingerprint(HexFormat.of().formatHex(digest));
      references.add(new Artifact(hex, "image/png", Files.size(picture)));
    }
    return references;
  }
}
