package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Availability;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.VideoComposer;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What every factory of providers must do. Extend it, say which factory and with which settings its
 * provider is available. Settings of this machine play no part.
 */
@Timeout(300)
public abstract class ProviderFactoryContract {

  /** For subclasses. */
  protected ProviderFactoryContract() {}

  /**
   * The factory.
   *
   * @return a new instance
   */
  protected abstract ProviderFactory<?> factory();

  /**
   * Settings with which the provider is available, keys included.
   *
   * @return values by name; none by default
   */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /**
   * Which of {@link #settings()} it cannot do without, one by one.
   *
   * @return their names; none by default
   */
  protected Set<String> needed() {
    return Set.of();
  }

  /**
   * Which of {@link #settings()} hold secrets; their values have 8 characters or more.
   *
   * @return their names; none by default
   */
  protected Set<String> secret() {
    return Set.of();
  }

  /**
   * Values of settings that make no sense, each to be put in place of the good one alone, such as a
   * URL without a host.
   *
   * @return bad values by name; none by default
   */
  protected Map<String, String> senseless() {
    return Map.of();
  }

  @Test
  void factory_always_hasAPublicConstructorForServiceLoader() throws Exception {
    var type = factory().getClass();

    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
  }

  @Test
  void id_always_isThatOfTheProvider() {
    var provider = factory().create(config(settings()));

    assertThat(factory().id()).matches("[a-z0-9]+(-[a-z0-9]+)*").isEqualTo(idOf(provider));
  }

  @Test
  void availability_allSettings_isAvailable() {
    assertThat(factory().availability(config(settings()))).isEqualTo(Availability.available());
  }

  @Test
  void availability_neededSettingMissing_saysWhatAndHowToSetIt() {
    for (var name : needed()) {
      var answer = factory().availability(config(without(name)));

      assertThat(answer).as("without %s", name).isInstanceOf(Availability.Missing.class);
      var missing = (Availability.Missing) answer;
      assertThat(missing.what()).isNotBlank();
      assertThat(missing.remedy()).as("remedy without %s", name).contains(name);
    }
  }

  @Test
  void create_neededSettingMissing_isAFailureThatNamesIt() {
    for (var name : needed()) {
      var thrown = catchThrowable(() -> factory().create(config(without(name))));

      assertThat(thrown).as("without %s", name).isInstanceOf(VidgenException.class);
      assertThat(thrown).hasMessageContaining(name);
    }
  }

  @Test
  void create_settingThatMakesNoSense_isAnInvalidRequestThatNamesIt() {
    senseless()
        .forEach(
            (name, value) -> {
              var thrown = catchThrowable(() -> factory().create(config(with(name, value))));

              assertThat(thrown).as("%s=%s", name, value).isInstanceOf(VidgenException.class);
              assertThat(((VidgenException) thrown).kind()).isEqualTo(FailureKind.INVALID_REQUEST);
              assertThat(thrown).hasMessageContaining(name);
            });
  }

  @Test
  void settings_everythingThatIsRead_isNamed() {
    var named = factory().settings();
    assumeTrue(named.isPresent(), "does not name its settings");
    for (var settings : incomplete()) {
      var config = config(settings);
      var unused = factory().availability(config);
      // Whether it can be made is checked above.
      var unusedFailure = catchThrowable(() -> factory().create(config));

      assertThat(named.get()).as("with %s", settings.keySet()).containsAll(config.asked());
    }
  }

  @Test
  @ResourceLock(Resources.GLOBAL) // hears the connections of the whole process
  void factory_askedEverything_connectsToNothing() {
    var connections =
        Connections.during(
            () -> {
              var factory = factory();
              factory.availability(config(Map.of()));
              factory.availability(config(settings()));
              factory.create(config(settings()));
            });

    assertThat(connections).isEmpty();
  }

  @Test
  void rank_always_isStable() {
    assertThat(factory().rank()).isEqualTo(factory().rank());
    assertThat(factory().automatic()).isEqualTo(factory().automatic());
  }

  @Test
  void secrets_everythingPrinted_areNotShown() {
    assumeTrue(!secret().isEmpty(), "has no secret");
    var hunt = SecretHunt.of(secret().stream().map(settings()::get).toArray(String[]::new));
    var factory = factory();
    var provider = factory.create(config(settings()));

    assertThat(hunt.inText("factory", factory.toString())).isEmpty();
    assertThat(hunt.inText("provider", String.valueOf(provider))).isEmpty();
    for (var settings : incomplete()) {
      assertThat(hunt.inText("availability", factory.availability(config(settings)).toString()))
          .isEmpty();
      var thrown = catchThrowable(() -> factory.create(config(settings)));
      if (thrown != null) {
        assertThat(hunt.inThrowable(thrown)).isEmpty();
      }
    }
  }

  private List<Map<String, String>> incomplete() {
    var all = new java.util.ArrayList<Map<String, String>>();
    all.add(settings());
    needed().forEach(name -> all.add(without(name)));
    senseless().forEach((name, value) -> all.add(with(name, value)));
    return all;
  }

  private Map<String, String> without(String name) {
    var some = new HashMap<>(settings());
    some.remove(name);
    return some;
  }

  private Map<String, String> with(String name, String value) {
    var some = new HashMap<>(settings());
    some.put(name, value);
    return some;
  }

  private static FakeProviderConfig config(Map<String, String> settings) {
    return FakeProviderConfig.of(settings);
  }

  private static String idOf(Object provider) {
    return provider instanceof VideoComposer composer
        ? composer.id()
        : ((Provider<?, ?>) provider).id();
  }
}
