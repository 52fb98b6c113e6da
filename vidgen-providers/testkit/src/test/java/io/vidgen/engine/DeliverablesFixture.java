package io.vidgen.engine;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Narrated;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSet;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What these tests share. */
@Timeout(300)
abstract class DeliverablesFixture {
  /** At 0.3 s a word with 0.45 s around: 54, 63 and 72 frames. */
  static final Narrated BASE =
      Studio.narrated(
          "One two three four five.",
          "Six seven eight nine ten and eleven.".replace(" and", ""),
          "Twelve thirteen fourteen fifteen sixteen seventeen.");

  static final Script FRENCH =
      french("Un deux trois.", "Quatre cinq six sept.", "Huit neuf dix onze douze.");

  final Studio studio = new Studio();

  final BoughtPictures pictures = new BoughtPictures();

  final FakeSpeechProvider voice = FakeSpeechProvider.builder().price(Money.usd("0.10")).build();

  @AfterEach
  void close() {
    studio.close();
  }

  VideoPipelineBuilder builder() {
    return studio.builder().images(pictures).speech(voice);
  }

  static Script french(String... sentences) {
    return Studio.script(sentences).withLanguage(Locale.FRENCH);
  }

  static Deliverables six(Narrated base) {
    return Deliverables.of(base)
        .asIs("main")
        .format("square", VideoFormat.SQUARE)
        .language("fr", FRENCH)
        .add("fr-wide", d -> d.format(VideoFormat.LANDSCAPE).script(FRENCH))
        .withoutCaptions("clean")
        .teaser("teaser", Duration.ofSeconds(3));
  }

  RenderPlan plan(Deliverables set) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(set);
    }
  }

  RenderSet render(Deliverables set) {
    try (var pipeline = builder().build()) {
      return pipeline.render(set);
    }
  }

  List<String> redone(Deliverables set) {
    var log = new EventLog();
    try (var pipeline = builder().addListener(log).build()) {
      var unused = pipeline.render(set);
    }
    return log.redone().stream().sorted().toList();
  }

  static List<String> ids(RenderPlan plan, Action action) {
    return plan.steps().stream()
        .filter(step -> step.action() == action)
        .map(PlannedStep::id)
        .toList();
  }

  Money spent() {
    return studio.ledger.all().stream()
        .map(StepRecord::spent)
        .filter(java.util.Objects::nonNull)
        .reduce(Money.usd("0"), Money::plus);
  }

  List<String> segments() {
    return studio.composer.calls().log().stream()
        .filter(call -> call.method().equals(FakeComposer.SEGMENT))
        .map(io.vidgen.testkit.FakeCalls.Call::detail)
        .toList();
  }
}
