package io.vidgen;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.internal.job.OptionNames;
import io.vidgen.routing.VideoRouter;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The router that a setting names. */
final class RouterSetting {
  private static final String NAME = OptionNames.ROUTER;

  private RouterSetting() {}

  /** Listed when nothing is set; tells of a name that nobody knows. */
  static VideoRouter read(Map<String, String> options, Consumer<Problem> problems) {
    var name = new Settings(options).value(NAME);
    var router = name.flatMap(VideoRouter::named);
    if (name.isPresent() && router.isEmpty()) {
      problems.accept(
          Problem.error(
              NAME,
              "there is no router '" + name.get() + "'",
              "use one of "
                  + new TreeSet<>(VideoRouter.names())
                  + ", or give the builder one by router(...)"));
    }
    return router.orElseGet(VideoRouter::listed);
  }
}
