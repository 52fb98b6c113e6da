package io.vidgen.sandbox.internal.google;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All videos that were made, by file id, by address in a bucket and by content. */
final class VeoShelf {
  private final Map<String, VeoFile> byId = new ConcurrentHashMap<>();
  private final Map<String, VeoFile> byObject = new ConcurrentHashMap<>();
  private final Map<String, VeoFile> byContent = new ConcurrentHashMap<>();

  void add(VeoFile file) {
    byId.put(file.id(), file);
  }

  void addObject(String address, VeoFile file) {
    byObject.put(address, file);
  }

  void addContent(VeoFile file) throws IOException {
    byContent.put(digest(Files.readAllBytes(file.path())), file);
  }

  Optional<VeoFile> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<VeoFile> findObject(String address) {
    return Optional.ofNullable(byObject.get(address));
  }

  Optional<VeoFile> findContent(byte[] content) {
    return Optional.ofNullable(byContent.get(digest(content)));
  }

  /** Where a file is found from outside. */
  static String address(String base, String id) {
    return base + "/v1beta/files/" + id + ":download?alt=media";
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
