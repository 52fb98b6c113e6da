package io.vidgen.internal.video;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of still pictures by their first bytes. */
final class PictureTypes {
  /** How many bytes decide. */
  static final int HEAD = 16;

  /** ISO/IEC 23008-12, annexes B and D, and the AVIF specification 1.1, section 6. */
  private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");

  private static final Set<String> HEIF = Set.of("mif1", "msf1");
  private static final Set<String> AVIF = Set.of("avif", "avis");

  /** Those that can be told. */
  static final List<String> ALL =
      List.of(
          "image/png",
          "image/jpeg",
          "image/webp",
          "image/gif",
          "image/heic",
          "image/heif",
          "image/avif",
          "image/bmp",
          "image/tiff");

  private PictureTypes() {}

  /** Whether a file that begins like this can be of a type; a HEIC is a HEIF too. */
  static boolean isIn(byte[] head, String type) {
    var known = of(head);
    return type.equals(known)
        || (type.equals("image/heif") && "image/heic".equals(known))
        || (type.equals("image/heic") && "image/heif".equals(known))
        // What many call an AVIF has the general brand first.
        || (type.equals("image/avif") && "image/heif".equals(known));
  }

  /** Null for none of them. */
  static @Nullable String of(byte[] bytes) {
    var head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "image/webp";
    } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return "image/gif";
    } else if (head.startsWith("BM")) {
      return "image/bmp";
    } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return "image/tiff";
    }
    return head.startsWith("ftyp", 4) && head.length() >= 12 ? boxed(head.substring(8, 12)) : null;
  }

  private static @Nullable String boxed(String brand) {
    if (HEIC.contains(brand)) {
      return "image/heic";
    } else if (HEIF.contains(brand)) {
      return "image/heif";
    }
    return AVIF.contains(brand) ? "image/avif" : null;
  }
}
