package io.vidgen.internal.codec;

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
import java.util.HexFormat;
import java.util.LinkedHashMap;
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

  /** Looked up once for each class: a plan reads thousands of records. */
  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Component::of).toList();
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
    var step = new LinkedHashMap<String, Object>();
    step.put("canonical", Integer.toString(VERSION));
    step.put("kind", kind);
    step.put("provider", provider);
    step.put("model", model);
    step.put("request", request);
    return sha256(form(step));
  }

  /**
   * The canonical form.
   *
   * @param value a record, map, list or scalar
   * @return JSON on one line
   */
  public static String form(Object value) {
    var reduced = reduce(value);
    return Json.write(reduced == null ? Map.of() : reduced);
  }

  /**
   * A short digest of each component of a record that is not left out, to tell what changed.
   *
   * @param record a request
   * @return the first 12 hexadecimal digits of SHA-256 of its canonical form, by name
   */
  public static SortedMap<String, String> digests(Record record) {
    var digests = new TreeMap<String, String>();
    if (components(record) instanceof Map<?, ?> parts) {
      parts.forEach(
          (name, part) -> digests.put(name.toString(), sha256(Json.write(part)).shortForm()));
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
    var part = components(record) instanceof Map<?, ?> parts ? parts.get(name) : null;
    return part == null ? "" : Json.write(part);
  }

  private static @Nullable Object reduce(@Nullable Object value) {
    if (value == null) {
      return null;
    } else if (value instanceof String text) {
      return text.isEmpty() ? null : text;
    } else if (value instanceof Boolean || value instanceof Enum) {
      return value.toString();
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    } else if (value instanceof Duration duration) {
      return duration.toString();
    } else if (value instanceof Fingerprint fingerprint) {
      return fingerprint.hex();
    } else if (value instanceof Artifact artifact) {
      return artifact.digest().hex();
    } else if (value instanceof RemoteOperation operation) {
      return operation.provider() + ":" + operation.id();
    } else if (value instanceof VendorVideo video) {
      return video.provider() + ":" + video.reference();
    } else if (value instanceof Collection<?> list) {
      var reduced = list.stream().map(item -> kept(reduce(item))).toList();
      return reduced.isEmpty() ? null : reduced;
    } else if (value instanceof Map<?, ?> map) {
      return entries(map);
    } else if (value instanceof Record record) {
      return components(record);
    }
    throw new IllegalArgumentException("no canonical form for " + value.getClass());
  }

  // An item of a list keeps its place even when nothing of it is left.
  private static Object kept(@Nullable Object reduced) {
    return reduced == null ? "" : reduced;
  }

  private static String number(Number number) {
    var exact = new BigDecimal(number.toString());
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static @Nullable Object entries(Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach(
        (name, item) -> {
          var reduced = reduce(item);
          if (reduced != null) {
            sorted.put(name.toString(), reduced);
          }
        });
    return sorted.isEmpty() ? null : sorted;
  }

  private static @Nullable Object components(Record record) {
    var sorted = new TreeMap<String, Object>();
    for (var component : COMPONENTS.get(record.getClass())) {
      var value = component.read(record);
      var reduced = component.isDefault(value) ? null : reduce(value);
      if (reduced != null) {
        sorted.put(component.name(), reduced);
      }
    }
    // Two kinds of one sealed type must never look alike.
    if (record.getClass().isMemberClass()) {
      sorted.put("@type", record.getClass().getSimpleName());
    }
    return sorted.isEmpty() ? null : sorted;
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
