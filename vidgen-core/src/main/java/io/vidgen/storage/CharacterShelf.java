package io.vidgen.storage;

import io.vidgen.internal.io.Digests;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Characters as the files of a storage that lets nothing expire: it is whole or not there. */
final class CharacterShelf implements CharacterStore {
  private static final Logger LOG = LoggerFactory.getLogger(CharacterShelf.class);
  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);
  private static final int TRIES = 20;

  private final DirectoryStorage storage;

  CharacterShelf(DirectoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public StoredCharacter save(Character character, List<Path> pictures) throws IOException {
    var references = character.references();
    if (pictures.size() != references.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "character '%s' has %d references, but %d pictures are given",
              character.id(),
              references.size(),
              pictures.size()));
    }
    var files = new LinkedHashMap<String, Path>();
    for (int i = 0; i < pictures.size(); i++) {
      check(pictures.get(i), references.get(i));
      files.put(pictureName(i, references.get(i)), pictures.get(i));
    }
    var draft = storage.newDraft();
    try {
      var described = draft.resolve(CharacterFile.NAME);
      CharacterFile.of(character).write(described);
      files.put(CharacterFile.NAME, described);
      var kept = storage.store(key(character), files, Map.of(), FOR_EVER);
      return new StoredCharacter(character, pictures(character, kept));
    } finally {
      FileTrees.delete(draft);
    }
  }

  private static void check(Path picture, Artifact reference) throws IOException {
    if (!Digests.of(picture).sha256().equals(reference.digest())) {
      throw new IOException(picture + " has other bytes than its reference says");
    }
  }

  @Override
  public Optional<StoredCharacter> find(@Nullable String owner, String id) throws IOException {
    for (int i = 0; ; i++) {
      var kept = storage.findWhole(key(owner, id));
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      try {
        var character = read(kept.get());
        if (!character.id().equals(id) || !Objects.equals(character.owner(), owner)) {
          throw new IOException(
              kept.get().files().get(CharacterFile.NAME)
                  + " belongs to another character: delete its folder");
        }
        return Optional.of(new StoredCharacter(character, pictures(character, kept.get())));
      } catch (NoSuchFileException e) {
        // Replaced or deleted between two looks: look again.
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  @Override
  public List<Character> list(@Nullable String owner) throws IOException {
    var found = new ArrayList<Character>();
    for (var kept : storage.list()) {
      try {
        var character = read(kept);
        if (Objects.equals(character.owner(), owner)) {
          found.add(character);
        }
      } catch (NoSuchFileException e) {
        // Replaced or deleted meanwhile. What replaced it can be looked up by its key.
        again(kept.id()).filter(c -> Objects.equals(c.owner(), owner)).ifPresent(found::add);
      } catch (IOException e) {
        LOG.warn("A character is left out: {}", e.getMessage());
      }
    }
    found.sort(Comparator.comparing(Character::id));
    return List.copyOf(found);
  }

  private Optional<Character> again(String key) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        var kept = storage.findWhole(key);
        return kept.isEmpty() ? Optional.empty() : Optional.of(read(kept.get()));
      } catch (NoSuchFileException e) {
        LOG.debug("{} was replaced once more", key);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean delete(@Nullable String owner, String id) throws IOException {
    return storage.delete(key(owner, id));
  }

  private static Character read(StoredVideo kept) throws IOException {
    var file = kept.files().get(CharacterFile.NAME);
    if (file == null) {
      throw new IOException("'" + kept.id() + "' has no " + CharacterFile.NAME + ": delete it");
    }
    return CharacterFile.read(file);
  }

  private static List<Path> pictures(Character character, StoredVideo kept) throws IOException {
    var pictures = new ArrayList<Path>();
    for (int i = 0; i < character.references().size(); i++) {
      var name = pictureName(i, character.references().get(i));
      var file = kept.files().get(name);
      if (file == null) {
        throw new IOException("'" + kept.id() + "' has no " + name + ": delete it");
      }
      pictures.add(file);
    }
    return pictures;
  }

  private static String pictureName(int index, Artifact picture) {
    return (index + 1)
        + switch (picture.mediaType()) {
          case "image/png" -> ".png";
          case "image/jpeg" -> ".jpg";
          case "image/webp" -> ".webp";
          default -> ".bin";
        };
  }

  private static String key(Character character) {
    return key(character.owner(), character.id());
  }

  /**
   * People see the id in it; the digest tells apart what has the same letters. Owners are anything
   * at all, so they are only in the digest.
   */
  private static String key(@Nullable String owner, String id) {
    var plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    var shown = plain.length() > 40 ? plain.substring(0, 40) : plain;
    var whole = (owner == null ? "" : "of " + owner) + "\n" + id;
    return "c-" + shown + "-" + digest(whole).substring(0, 32);
  }

  private static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    storage.close();
  }
}
