package io.vidgen.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a script into text; never reads more than the limit and one byte. */
final class ScriptBytes {

  private static final String SAVE_AS_UTF8 = "save the script as UTF-8 text";

  private ScriptBytes() {}

  static String read(InputStream in, ScriptOptions options) throws IOException {
    int limit = options.maxInputBytes();
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw tooLarge(options);
    }
    return decode(bytes);
  }

  static String text(byte[] bytes, ScriptOptions options) {
    if (bytes.length > options.maxInputBytes()) {
      throw tooLarge(options);
    }
    return decode(bytes);
  }

  static String text(String text, ScriptOptions options) {
    // A char takes one to three bytes, so most strings need no counting.
    if (text.length() > options.maxInputBytes()
        || (text.length() > options.maxInputBytes() / 3
            && text.getBytes(StandardCharsets.UTF_8).length > options.maxInputBytes())) {
      throw tooLarge(options);
    }
    return checked(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return checked(unicode(bytes, 3));
    }
    // UTF-32 little endian starts with the mark of UTF-16, so it comes first.
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return checked(decode(bytes, 4, Charset.forName("UTF-32LE")));
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return checked(decode(bytes, 4, Charset.forName("UTF-32BE")));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return checked(decode(bytes, 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return checked(decode(bytes, 2, StandardCharsets.UTF_16BE));
    }
    return checked(unicode(bytes, 0));
  }

  private static String unicode(byte[] bytes, int from) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return out.flip().toString();
    }
    // A last character cut in two is a truncated UTF-8 text, not a text in another encoding.
    boolean cut = in.remaining() <= 3 && out.position() < in.position() - from;
    boolean marked = from > 0;
    Charset charset = cut || marked ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    return decode(bytes, from, charset);
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  private static String checked(String text) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new ScriptParseException(
          SourceText.of(text).positionAt(nul),
          "the script contains a NUL character, so it is not text or its encoding is unknown",
          SAVE_AS_UTF8);
    }
    return text;
  }

  private static ScriptParseException tooLarge(ScriptOptions options) {
    return new ScriptParseException(
        Position.NONE,
        "the script is larger than " + options.maxInputBytes() + " bytes",
        "shorten it or raise ScriptOptions.maxInputBytes");
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
