package io.vidgen.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.Words;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SpeechProviderContract;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsSandboxTest extends SpeechProviderContract {
  private static final String SHORT = "Good morning, everyone. We sold 1,250 tickets today!";
  private static final String LONG =
      ("The lighthouse stood alone above the grey water. Every evening its keeper climbed the"
              + " stairs and lit the lamp. Nobody had asked him to, but nobody had told him to stop."
              + " ")
          .repeat(4)
          .strip();

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().scale(0).credits(BigDecimal.valueOf(1_000_000)).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Override
  protected SpeechProvider provider() {
    return ElevenLabsSpeechProvider.create(options().build());
  }

  @Override
  protected SpeechRequest request() {
    return new SpeechRequest(SHORT, Locale.ENGLISH, null, null, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mp3_22050_32",
        "mp3_24000_48",
        "mp3_44100_128",
        "opus_48000_64",
        "pcm_16000",
        "pcm_44100",
        "wav_24000"
      })
  void call_eachFormat_bringsSoundAndTrueTimes(String format) throws Exception {
    try (var context = FakeCallContext.create()) {
      var result = call(options().format(format), request(), context);

      assertThat(result.words())
          .extracting(WordTiming::text)
          .containsExactlyElementsOf(Words.split(SHORT, Locale.ENGLISH));
      assertThat(result.words()).allMatch(word -> word.source() == TimingSource.SYNTHESIS);
      var heard = sandbox.hear(context.file(result.audio())).orElseThrow();
      assertThat(result.duration().toMillis())
          .isCloseTo(heard.duration().toMillis(), org.assertj.core.data.Offset.offset(80L));
      assertClose(result.words(), heard.words(), 0.12);
    }
  }

  @Test
  void call_stream_bringsTheSameAsOnePiece() throws Exception {
    try (var context = FakeCallContext.create()) {
      var whole = call(options(), request(), context);
      var stream = call(options().streaming(true), request(), context);

      assertThat(stream.words()).isEqualTo(whole.words());
      assertThat(stream.audio()).isEqualTo(whole.audio());
    }
  }

  @Test
  void call_longText_isJoinedWithTimesThatStayTrue() throws Exception {
    int before = charges().size();
    try (var context = FakeCallContext.create()) {
      var request = new SpeechRequest(LONG, Locale.ENGLISH, null, null, 0);
      var result = call(options().partLength(200), request, context);

      assertThat(result.words())
          .extracting(WordTiming::text)
          .containsExactlyElementsOf(Words.split(LONG, Locale.ENGLISH));
      assertThat(result.audio().mediaType()).isEqualTo("audio/wav");
      assertThat(result.words().get(result.words().size() - 1).end())
          .isLessThanOrEqualTo(result.duration());
      var paid = charges().subList(before, charges().size());
      assertThat(paid).hasSizeGreaterThan(2);
      assertThat(paid).extracting(Charge::digest).doesNotHaveDuplicates();
    }
  }

  @Test
  void call_timesCollapse_bringsNoWordsUnlessRepaired() throws Exception {
    var request =
        new SpeechRequest(LONG.substring(0, 180), Locale.ENGLISH, "CollapsedTimes000000", null, 0);
    try (var context = FakeCallContext.create()) {
      assertThat(call(options(), request, context).words()).isEmpty();

      var repaired = call(options().repair(true), request, context);

      assertThat(repaired.words()).isNotEmpty();
      assertThat(repaired.words()).allMatch(word -> word.source() == TimingSource.ALIGNED);
      var heard = sandbox.hear(context.file(repaired.audio())).orElseThrow();
      assertClose(repaired.words(), heard.words(), 0.12);
    }
  }

  @Test
  void call_noTimes_bringsNoWords() throws Exception {
    var request = new SpeechRequest(SHORT, Locale.ENGLISH, "WithoutTimes00000000", null, 0);
    try (var context = FakeCallContext.create()) {
      assertThat(call(options(), request, context).words()).isEmpty();
    }
  }

  @Test
  void client_account_listsVoicesModelsAndCredit() {
    var client = ElevenLabsClient.create(options().build());

    assertThat(client.voices("")).hasSize(134).doesNotHaveDuplicates();
    assertThat(client.voices("Voice 00")).hasSize(9);
    assertThat(client.models())
        .extracting(ElevenLabsModel::id)
        .contains("eleven_multilingual_v2", "eleven_v3");
    assertThat(client.subscription().limit()).isEqualTo(1_000_000);
    assertThat(client.subscription().left()).isPositive();
  }

  @Test
  void call_severalAtOnce_arePaidOnceEach() {
    int before = charges().size();
    var provider = provider();
    var texts = List.of("One is here.", "Two is here.", "Three is here.", "Four is here.");

    texts.parallelStream()
        .forEach(
            text -> {
              try (var context = FakeCallContext.create()) {
                call(provider, new SpeechRequest(text, Locale.ENGLISH, null, null, 0), context);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });

    assertThat(charges()).hasSize(before + 4);
    assertThat(sandbox.leaks()).isEmpty();
  }

  private static ElevenLabsOptionsBuilder options() {
    return ElevenLabsOptions.builder(Secret.of("sandbox-elevenlabs-key"))
        .url(URI.create(sandbox.url(Vendor.ELEVENLABS)));
  }

  private static List<Charge> charges() {
    return sandbox.charges(Vendor.ELEVENLABS);
  }

  private static SpeechResult call(
      ElevenLabsOptionsBuilder options, SpeechRequest request, FakeCallContext context)
      throws Exception {
    return call(ElevenLabsSpeechProvider.create(options.build()), request, context);
  }

  private static SpeechResult call(
      SpeechProvider provider, SpeechRequest request, FakeCallContext context) throws Exception {
    return ((QuickWork<SpeechRequest, SpeechResult>) provider.work()).call(request, context);
  }

  private static void assertClose(List<WordTiming> words, List<WordTiming> heard, double most) {
    assertThat(words).hasSameSizeAs(heard);
    for (int i = 0; i < words.size(); i++) {
      assertThat(words.get(i).start().toNanos() / 1e9)
          .as("start of %s", words.get(i))
          .isCloseTo(
              heard.get(i).start().toNanos() / 1e9, org.assertj.core.data.Offset.offset(most));
    }
  }
}
