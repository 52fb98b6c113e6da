package io.vidgen.internal.discovery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Loads services one by one, so that a broken one on the class path is remembered and reported, and
 * never hides the others.
 */
final class CarefulLoader {
  // A provider file that fails again and again would otherwise be asked for ever.
  private static final int FAILURES = 100;

  private CarefulLoader() {}

  /**
   * What was found.
   *
   * @param services the services that could be made
   * @param broken why others could not
   * @param <S> the service
   */
  record Loaded<S>(List<S> services, List<String> broken) {}

  static <S> Loaded<S> load(ServiceLoader<S> loader) {
    var services = new ArrayList<S>();
    var broken = new ArrayList<String>();
    Iterator<S> iterator = loader.iterator();
    while (broken.size() < FAILURES) {
      try {
        if (!iterator.hasNext()) {
          break;
        }
        services.add(iterator.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        var cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        broken.add(e.getMessage() + cause);
      }
    }
    return new Loaded<>(List.copyOf(services), List.copyOf(broken));
  }
}
