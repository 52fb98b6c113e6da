package io.vidgen.testkit.recording;

import io.vidgen.testkit.internal.SecretForms;
import io.vidgen.testkit.internal.SecretForms.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Replaces fixed texts in bodies of any size. Immutable. */
final class Replacements {
  private static final int CHUNK = 1 << 16;
  private static final String SCRUBBED = "[scrubbed]";

  private final Map<Form, String> all;
  private final int longest;

  private Replacements(Map<Form, String> all) {
    this.all = all;
    this.longest = all.keySet().stream().mapToInt(form -> form.text().length()).max().orElse(1);
  }

  static Replacements ofSecrets(List<String> secrets) {
    var all = new LinkedHashMap<Form, String>();
    SecretForms.of(secrets).forEach(form -> all.put(form, SCRUBBED));
    return new Replacements(all);
  }

  Replacements and(String text, String by) {
    var more = new LinkedHashMap<>(all);
    more.put(new Form("text", 0, text, false), by);
    return new Replacements(more);
  }

  /** In a text of any characters. */
  String inText(String text) {
    return new String(
        inLatin1(SecretForms.latin1(text.getBytes(StandardCharsets.UTF_8)))
            .getBytes(StandardCharsets.ISO_8859_1),
        StandardCharsets.UTF_8);
  }

  void copy(InputStream from, OutputStream to) throws IOException {
    var kept = "";
    for (var chunk = from.readNBytes(CHUNK); chunk.length > 0; chunk = from.readNBytes(CHUNK)) {
      var text = inLatin1(kept + SecretForms.latin1(chunk));
      // What is looked for may begin in one chunk and end in the next.
      int done = Math.max(0, text.length() - longest + 1);
      to.write(text.substring(0, done).getBytes(StandardCharsets.ISO_8859_1));
      kept = text.substring(done);
    }
    to.write(inLatin1(kept).getBytes(StandardCharsets.ISO_8859_1));
  }

  private String inLatin1(String text) {
    var result = text;
    for (var one : all.entrySet()) {
      result = replaced(result, one.getKey(), one.getValue());
    }
    return result;
  }

  private static String replaced(String text, Form form, String by) {
    var lower = form.anyCase() ? text.toLowerCase(Locale.ROOT) : text;
    var starts = new ArrayList<Integer>();
    int at = SecretForms.find(form, text, lower, 0);
    while (at >= 0) {
      starts.add(at);
      at = SecretForms.find(form, text, lower, at + form.text().length());
    }
    if (starts.isEmpty()) {
      return text;
    }
    var result = new StringBuilder();
    int done = 0;
    for (int found : starts) {
      result.append(text, done, found).append(by);
      done = found + form.text().length();
    }
    return result.append(text.substring(done)).toString();
  }
}
