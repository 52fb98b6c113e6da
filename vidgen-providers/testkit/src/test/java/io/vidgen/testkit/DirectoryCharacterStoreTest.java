package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.Character;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.CharacterStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryCharacterStoreTest extends CharacterStoreContract {
  @Override
  protected CharacterStore open(Path place) {
    return CharacterStores.directory(place);
  }

  @Test
  void open_again_hasWhatWasSaved() throws Exception {
    save("lea");

    try (var again = open(place.resolve("store"))) {
      assertThat(again.find(null, "lea").orElseThrow().pictures().get(0)).hasContent("lea");
    }
  }

  @Test
  void save_cutOffBefore_leavesNothingToSee() throws Exception {
    save("lea");
    var whole = file("character.json").getParent();
    var cutOff = Files.createDirectories(place.resolve("store/.work/dead/1"));
    Files.copy(whole.resolve("1.png"), cutOff.resolve("1.png"));
    // A generation whose last file was never written.
    var half = Files.createDirectory(whole.resolveSibling("00000009"));
    Files.writeString(half.resolve("1.png"), "half");
    store.close();

    store = open(place.resolve("store"));

    assertThat(store.find(null, "lea").orElseThrow().pictures().get(0)).hasContent("lea");
    assertThat(cutOff).doesNotExist();
    save("lea");
    assertThat(store.list(null)).hasSize(1);
  }

  @Test
  void find_damagedFile_isNamed() throws Exception {
    save("lea");
    Files.writeString(file("character.json"), "{}");

    assertThatThrownBy(() -> store.find(null, "lea"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("character.json");
    assertThat(store.list(null)).isEmpty();
  }

  @Test
  void find_damageOfTheSameLength_isNamed() throws Exception {
    save("lea");
    var file = file("character.json");
    Files.writeString(file, "x".repeat((int) Files.size(file)));

    assertThatThrownBy(() -> store.find(null, "lea")).hasMessageContaining("character.json");
    assertThat(store.list(null)).isEmpty();
  }

  @Test
  void find_lostPicture_isNamed() throws Exception {
    save("lea");
    save("ana");
    Files.delete(file("lea", "1.png"));

    assertThatThrownBy(() -> store.find(null, "lea")).hasMessageContaining("1.png");
    assertThat(store.list(null)).extracting(Character::id).containsExactly("ana");
  }

  @Test
  void save_damagedBefore_healsIt() throws Exception {
    save("lea");
    Files.delete(file("character.json"));

    save("lea");

    assertThat(store.find(null, "lea")).isPresent();
  }

  @Test
  void list_foreignFiles_areLeftOut() throws Exception {
    save("lea");
    Files.writeString(place.resolve("store/notes.txt"), "mine");
    Files.createDirectories(place.resolve("store/my pictures/00000001"));
    Files.writeString(place.resolve("store/my pictures/00000001/meta.json"), "[]");

    assertThat(store.list(null)).extracting(Character::id).containsExactly("lea");
  }

  private void save(String id) throws Exception {
    var pictures = List.of(picture(id));
    store.save(character(id, null, pictures), pictures);
  }

  private Path file(String name) throws IOException {
    return file("", name);
  }

  private Path file(String id, String name) throws IOException {
    try (var files = Files.walk(place.resolve("store"))) {
      return files
          .filter(f -> f.endsWith(name) && f.toString().contains("c-" + id))
          .findFirst()
          .orElseThrow();
    }
  }
}
