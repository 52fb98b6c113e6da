package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.SettingNames;
import io.vidgen.spi.ProviderKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which settings nobody reads: refused among options, told once for what is around. */
public final class OptionNames {
  /** The setting that names a router. */
  public static final String ROUTER = "vidgen.router";

  private static final Logger LOG = LoggerFactory.getLogger(OptionNames.class);

  private OptionNames() {}

  static void check(
      Map<String, String> options, Set<String> asked, Kinds kinds, Consumer<Problem> problems) {
    var names = SettingNames.of(own(), asked, kinds.factories(), kinds.hasBroken());
    var told = new ArrayList<String>();
    names.check(options, problems, told::add);
    names.look(System.getProperties().stringPropertyNames(), told::add);
    names.look(System.getenv().keySet(), told::add);
    if (!told.isEmpty()) {
      LOG.warn("settings that nothing here reads, of options, properties or variables: {}", told);
    }
  }

  private static List<String> own() {
    var own = new ArrayList<>(List.of(PriceBook.SETTING, BudgetSetting.NAME, ROUTER));
    Arrays.stream(ProviderKind.values())
        .map(kind -> "vidgen." + kind.propertyName())
        .forEach(own::add);
    return own;
  }
}
