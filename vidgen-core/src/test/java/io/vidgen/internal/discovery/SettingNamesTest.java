package io.vidgen.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.ProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {
  private static final List<String> OWN =
      List.of("vidgen.budget", "vidgen.prices", "vidgen.lip-sync");
  private static final Factory VEO = new Factory("veo", Set.of("vidgen.veo.model"));
  private static final Factory DID = new Factory("d-id", Set.of("vidgen.d-id.concurrent"));

  /** Does not say what it reads. */
  private static final Factory SILENT = new Factory("acme-voice", null);

  private record Factory(String id, @Nullable Set<String> names)
      implements ProviderFactory<String> {
    @Override
    public Availability availability(ProviderConfig config) {
      return Availability.available();
    }

    @Override
    public String create(ProviderConfig config) {
      return id;
    }

    @Override
    public Optional<Set<String>> settings() {
      return Optional.ofNullable(names);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vidgen.budgett,vidgen.budget",
    "vidgen.price,vidgen.prices",
    "VIDGEN_BUDGETT,VIDGEN_BUDGET",
    "Vidgen.Budget,vidgen.budget",
    "vidgen_budget,vidgen.budget",
    "vidgen.veo.modle,vidgen.veo.model",
    "vidgen.d_id.concurrent,vidgen.d-id.concurrent",
    "VIDGEN_D_ID_CONCURENT,VIDGEN_D_ID_CONCURRENT"
  })
  void check_misspeltOption_isRefusedWithTheNearestName(String option, String meant) {
    var problems = refused(names(false, VEO, DID), option);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).field()).isEqualTo(option);
    assertThat(problems.get(0).remedy()).contains("write " + meant + ",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vidgen.budget",
        "VIDGEN_BUDGET",
        "VIDGEN_LIP_SYNC",
        "VIDGEN_D_ID_CONCURRENT",
        "vidgen.veo.model",
        "GEMINI_API_KEY",
        "vidgenerator.x",
        "budget"
      })
  void check_whatIsReadOrNotOurs_isTaken(String option) {
    assertThat(refused(names(false, VEO, DID), option)).isEmpty();
  }

  @Test
  void check_optionOfNobody_isRefused() {
    assertThat(refused(names(false, VEO), "vidgen.coqui.url").get(0).remedy())
        .contains("add the jar that reads it");
  }

  @Test
  void check_variableOfAJarThatIsNotThere_isTaken() {
    assertThat(refused(names(false, VEO), "VIDGEN_COQUI_URL")).isEmpty();
    assertThat(refused(names(false, VEO), "VIDGEN_VEO_URL")).hasSize(1);
  }

  @Test
  void check_optionThatSomebodyAskedFor_isTaken() {
    var names = SettingNames.of(OWN, List.of("vidgen.elsewhere.key"), List.of(VEO), false);

    assertThat(refused(names, "vidgen.elsewhere.key")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vidgen.acme-voice",
        "vidgen.acme-voice.url",
        "VIDGEN_ACME_VOICE_URL",
        "vidgen.acme.key",
        "vidgen.acmes",
        "vidgen.veos.model"
      })
  void check_someoneWhoDoesNotNameHisSettings_mayHaveReadIt(String option) {
    assertThat(refused(names(false, VEO, SILENT), option)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vidgen.budgett", "vidgen.veo.modle", "vidgen.veo.anything"})
  void check_someoneWhoDoesNotNameHisSettings_coversNoPlaceOfOthers(String option) {
    assertThat(refused(names(false, VEO, SILENT), option)).hasSize(1);
  }

  @Test
  void check_someoneAskedOutsideHisName_ownsNothingThere() {
    var names = SettingNames.of(OWN, List.of("vidgen.acme.key"), List.of(VEO, SILENT), false);

    assertThat(refused(names, "vidgen.acme.model")).isEmpty();
  }

  @Test
  void check_someoneCouldNotBeLoaded_mayHaveReadIt() {
    assertThat(refused(names(true, VEO), "vidgen.other.url")).isEmpty();
    assertThat(refused(names(true, VEO), "vidgen.budgett")).hasSize(1);
  }

  @Test
  void look_namesOfTheProcess_areToldAndTheNearest() {
    var told = new ArrayList<String>();

    names(false, VEO, DID)
        .look(
            List.of("VIDGEN_HOME", "VIDGEN_BUDGETT", "VIDGEN_BUDGET", "PATH", "vidgen.vo.model"),
            told::add);

    assertThat(told)
        .containsExactly(
            "VIDGEN_BUDGETT (there is VIDGEN_BUDGET)",
            "VIDGEN_HOME",
            "vidgen.vo.model (there is vidgen.veo.model)");
  }

  private static SettingNames names(boolean hasBroken, Factory... factories) {
    return SettingNames.of(OWN, List.of(), List.of(factories), hasBroken);
  }

  private static List<Problem> refused(SettingNames names, String option) {
    var problems = new ArrayList<Problem>();
    names.check(Map.of(option, "a value"), problems::add, told -> {});
    assertThat(problems).allSatisfy(p -> assertThat(p.toString()).doesNotContain("a value"));
    return problems;
  }
}
