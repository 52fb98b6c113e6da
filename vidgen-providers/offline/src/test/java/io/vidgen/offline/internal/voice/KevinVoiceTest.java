package io.vidgen.offline.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KevinVoiceTest {
  private static final int THREADS = 4;

  /**
   * FreeTTS loads its dictionary once, so each round has it fresh, in a class loader of its own.
   */
  @Test
  void create_byTheFirstThreadsAtOnce_loadsForEach() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (var fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
        var constructor = fresh.loadClass(KevinVoice.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        var together = new CyclicBarrier(THREADS);
        Callable<Object> load =
            () -> {
              together.await(100, TimeUnit.SECONDS);
              return constructor.newInstance();
            };
        assertThat(atOnce(load)).hasSize(THREADS).doesNotContainNull();
      }
    }
  }

  private static List<Object> atOnce(Callable<Object> load) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var results = new ArrayList<Object>();
      for (var done : threads.invokeAll(List.of(load, load, load, load), 100, TimeUnit.SECONDS)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static URL[] classPath() throws Exception {
    var urls = new ArrayList<URL>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
