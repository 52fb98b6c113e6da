package io.vidgen.internal.codec;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RemoteOperation;
import io.vidgen.model.VendorVideo;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form that fingerprints are made of: JSON with sorted names, in which a component is
 * left out when it is null, empty, {@code false} or a primitive zero. So a new component leaves
 * every fingerprint as it was until somebody uses it. Boxed values are kept even when zero: there,
 * null is the default. An artifact stands for its digest, a remote operation for its provider and
 * id.
 */
public final class Canonical {
  /** Changes only with the rules above, and then every fingerprint changes on purpose. */
  static final int VERSION = 1;

  private static final String TYPE = "@type";

  /** Looked up once for each class: a plan reads thousands of records. */
  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .map(Component::of)
              .sorted(Comparator.comparing(Component::name))
              .toList();
        }
      };

  private Canonical() {}

  /**
   * Identifies a step.
   *
   * @param kind what kind of work
   * @param provider who does it, with which model; empty for a slot, which names nobody
   * @param model the model; empty for a slot
   * @param request what is asked: a record
   * @return SHA-256 of the canonical form of all this
   */
  public static Fingerprint fingerprint(
      String kind, String provider, String model, Object request) {
    return asked(request).fingerprint(kind, provider, model);
  }

  /**
   * Brings a request into its canonical form, for more than one fingerprint of it.
   *
   * @param request what is asked: a record
   * @return its form
   */
  public static Asked asked(Object request) {
    var out = new StringBuilder(512);
    return new Asked(write(out, request) ? out.toString() : "");
  }

  /**
   * What is asked, in its canonical form.
   *
   * @param form JSON on one line; empty when all of it is left out
   */
  public record Asked(String form) {

    /**
     * Identifies a step.
     *
     * @param kind what kind of work
     * @param provider who does it, with which model; empty for a slot, which names nobody
     * @param model the model; empty for a slot
     * @return SHA-256 of the canonical form of all this
     */
    public Fingerprint fingerprint(String kind, String provider, String model) {
      var out = new StringBuilder(form.length() + 160).append('{');
      member(out, "canonical", Integer.toString(VERSION));
      member(out, "kind", kind);
      member(out, "model", model);
      member(out, "provider", provider);
      if (!form.isEmpty()) {
        out.append(",\"request\":").append(form);
      }
      return sha256(out.append('}').toString());
    }
  }

  /**
   * The canonical form.
   *
   * @param value a record, map, list or scalar
   * @return JSON on one line
   */
  public static String form(Object value) {
    var form = asked(value).form();
    return form.isEmpty() ? "{}" : form;
  }

  /**
   * A short digest of each component of a record that is not left out, to tell what changed.
   *
   * @param record a request
   * @return the first 12 hexadecimal digits of SHA-256 of its canonical form, by name
   */
  public static SortedMap<String, String> digests(Record record) {
    var digests = new TreeMap<String, String>();
    if (record.getClass().isMemberClass()) {
      digests.put(TYPE, sha256(Json.write(record.getClass().getSimpleName())).shortForm());
    }
    for (var component : COMPONENTS.get(record.getClass())) {
      var part = part(record, component);
      if (!part.isEmpty()) {
        digests.put(component.name(), sha256(part).shortForm());
      }
    }
    return digests;
  }

  /**
   * The canonical form of one component.
   *
   * @param record a request
   * @param name name of the component
   * @return JSON on one line; empty when it is left out
   */
  public static String part(Record record, String name) {
    return COMPONENTS.get(record.getClass()).stream()
        .filter(component -> component.name().equals(name))
        .map(component -> part(record, component))
        .findFirst()
        .orElse("");
  }

  private static String part(Record record, Component component) {
    var out = new StringBuilder();
    var value = component.read(record);
    return !component.isDefault(value) && write(out, value) ? out.toString() : "";
  }

  /** Returns false, and writes nothing, when nothing of a value is left. */
  private static boolean write(StringBuilder out, @Nullable Object value) {
    if (value instanceof Record record) {
      var text = scalar(record);
      return text == null ? components(out, record) : string(out, text);
    } else if (value instanceof Collection<?> list) {
      return items(out, list);
    } else if (value instanceof Map<?, ?> map) {
      return entries(out, map);
    }
    return value != null && string(out, scalar(value));
  }

  /** Of some records only their identity counts; null for others. */
  private static @Nullable String scalar(Record record) {
    if (record instanceof Fingerprint fingerprint) {
      return fingerprint.hex();
    } else if (record instanceof Artifact artifact) {
      return artifact.digest().hex();
    } else if (record instanceof RemoteOperation operation) {
      return operation.provider() + ":" + operation.id();
    } else if (record instanceof VendorVideo video) {
      return video.provider() + ":" + video.reference();
    }
    return null;
  }

  private static String scalar(Object value) {
    if (value instanceof String text) {
      return text;
    } else if (value instanceof Boolean
        || value instanceof Enum
        || value instanceof Duration
        || value instanceof Integer
        || value instanceof Long) {
      return value.toString();
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    throw new IllegalArgumentException("no canonical form for " + value.getClass());
  }

  private static String number(Number number) {
    var exact = new BigDecimal(number.toString());
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static boolean string(StringBuilder out, String text) {
    if (text.isEmpty()) {
      return false;
    }
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
    return true;
  }

  private static boolean items(StringBuilder out, Collection<?> list) {
    if (list.isEmpty()) {
      return false;
    }
    char before = '[';
    for (var item : list) {
      out.append(before);
      // An item of a list keeps its place even when nothing of it is left.
      if (!write(out, item)) {
        out.append("\"\"");
      }
      before = ',';
    }
    out.append(']');
    return true;
  }

  private static boolean entries(StringBuilder out, Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((name, item) -> sorted.put(name.toString(), item));
    int start = out.length();
    sorted.forEach((name, item) -> member(out, start, name, item));
    return closed(out, start);
  }

  private static boolean components(StringBuilder out, Record record) {
    int start = out.length();
    // Two kinds of one sealed type must never look alike. The sign sorts before all names.
    if (record.getClass().isMemberClass()) {
      member(out, start, TYPE, record.getClass().getSimpleName());
    }
    for (var component : COMPONENTS.get(record.getClass())) {
      var value = component.read(record);
      if (!component.isDefault(value)) {
        member(out, start, component.name(), value);
      }
    }
    return closed(out, start);
  }

  private static void member(StringBuilder out, int start, String name, @Nullable Object value) {
    int before = out.length();
    out.append(before == start ? '{' : ',');
    if (name.isEmpty()) {
      out.append("\"\"");
    } else {
      string(out, name);
    }
    if (!write(out.append(':'), value)) {
      out.setLength(before);
    }
  }

  /** A member of the outermost object. */
  private static void member(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      string(out.append(out.length() == 1 ? "" : ","), name);
      string(out.append(':'), value);
    }
  }

  private static boolean closed(StringBuilder out, int start) {
    boolean some = out.length() > start;
    if (some) {
      out.append('}');
    }
    return some;
  }

  private record Component(String name, boolean primitive, Method accessor) {
    static Component of(RecordComponent component) {
      var accessor = component.getAccessor();
      // Records of ours that nobody else sees have accessors that nobody else sees either.
      accessor.trySetAccessible();
      return new Component(component.getName(), component.getType().isPrimitive(), accessor);
    }

    boolean isDefault(@Nullable Object value) {
      return primitive
          && ((value instanceof Number number && number.doubleValue() == 0)
              || Boolean.FALSE.equals(value));
    }

    @Nullable Object read(Record record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot read " + accessor, e);
      }
    }
  }

  /**
   * The digest of a text as it is.
   *
   * @param text a text
   * @return its SHA-256
   */
  public static Fingerprint digest(String text) {
    return sha256(text);
  }

  private static Fingerprint sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new Fingerprint(
          HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
