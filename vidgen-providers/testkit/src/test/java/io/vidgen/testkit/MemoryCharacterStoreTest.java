package io.vidgen.testkit;

import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.CharacterStores;
import java.nio.file.Path;

class MemoryCharacterStoreTest extends CharacterStoreContract {
  @Override
  protected CharacterStore open(Path place) {
    return CharacterStores.inMemory();
  }
}
