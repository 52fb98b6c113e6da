package io.vidgen.testkit;

import io.vidgen.storage.Storages;
import io.vidgen.storage.VideoStorage;
import java.nio.file.Path;
import java.time.InstantSource;

class MemoryStorageTest extends VideoStorageContract {
  @Override
  protected VideoStorage open(Path place, InstantSource clock) {
    return Storages.inMemory(clock);
  }
}
