package io.vidgen.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Says which recorded request is most like one that has no match, and in what it differs. */
final class Nearest {
  private Nearest() {}

  static String describe(RequestKey key, Path body, List<Recorded> all, Recording recording)
      throws IOException {
    var nearest = all.stream().max(Comparator.comparingInt(one -> likeness(one.key(), key)));
    if (nearest.isEmpty()) {
      return "";
    }
    return "; the nearest is "
        + Replayer.describe(nearest.get())
        + difference(nearest.get(), key, body, recording);
  }

  private static int likeness(RequestKey recorded, RequestKey asked) {
    int same = common(recorded.path(), asked.path());
    same += recorded.path().equals(asked.path()) ? 10_000 : 0;
    same += recorded.method().equals(asked.method()) ? 5_000 : 0;
    same += recorded.query().equals(asked.query()) ? 1_000 : 0;
    return same + (recorded.digest().equals(asked.digest()) ? 500 : 0);
  }

  private static int common(String a, String b) {
    int n = 0;
    while (n < a.length() && n < b.length() && n < 400 && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private static String difference(Recorded one, RequestKey key, Path body, Recording recording)
      throws IOException {
    if (one.key().equals(key)) {
      return ", which was answered before";
    }
    if (!one.key().path().equals(key.path()) || !one.key().method().equals(key.method())) {
      return "";
    }
    if (!one.key().query().equals(key.query())) {
      return ", whose query differs";
    }
    return ", whose body differs" + place(recording.requestBody(one.number()), body);
  }

  private static String place(Path recorded, Path asked) throws IOException {
    if (Math.max(Files.size(recorded), Files.size(asked)) > 1 << 20) {
      return "";
    }
    var a = JsonTexts.read(text(recorded));
    var b = JsonTexts.read(text(asked));
    return a.isPresent() && b.isPresent() ? " at " + pointer("", a.get(), b.get()) : "";
  }

  private static String text(Path file) throws IOException {
    return io.vidgen.testkit.internal.SecretForms.latin1(Files.readAllBytes(file));
  }

  private static String pointer(String at, JsonNode a, JsonNode b) {
    if (a.isObject() && b.isObject()) {
      var names = new TreeSet<String>();
      a.fieldNames().forEachRemaining(names::add);
      b.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        if (!a.path(name).equals(b.path(name))) {
          return pointer(at + "/" + name, a.path(name), b.path(name));
        }
      }
    } else if (a.isArray() && b.isArray() && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        if (!a.get(i).equals(b.get(i))) {
          return pointer(at + "/" + i, a.get(i), b.get(i));
        }
      }
    }
    return at.isEmpty() ? "/" : at;
  }
}
