package io.vidgen.internal.discovery;

import io.vidgen.spi.ProviderFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

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

  static <S extends ProviderFactory<?>> Loaded<S> load(ServiceLoader<S> loader) {
    var services = new ArrayList<S>();
    var broken = new ArrayList<String>();
    Iterator<S> iterator = loader.iterator();
    while (broken.size() < FAILURES) {
      try {
        if (!iterator.hasNext()) {
          break;
        }
        var service = iterator.next();
        if (answers(service, broken)) {
          services.add(service);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        var cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        broken.add(e.getMessage() + cause);
      }
    }
    return new Loaded<>(List.copyOf(services), List.copyOf(broken));
  }

  /** What everybody is asked; whoever cannot answer this is of no use later. */
  private static boolean answers(ProviderFactory<?> factory, List<String> broken) {
    try {
      boolean named = !factory.id().isBlank();
      int unused = factory.automatic() ? factory.rank() : 0;
      if (factory.settings().stream().flatMap(Set::stream).anyMatch(String::isBlank)) {
        broken.add(factory.getClass().getName() + " names a setting without a name");
        return false;
      }
      if (!named) {
        broken.add(factory.getClass().getName() + " has no id");
      }
      return named;
    } catch (RuntimeException | LinkageError e) {
      broken.add(factory.getClass().getName() + " is broken: " + e);
      return false;
    }
  }
}
