package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Voice;
import org.junit.jupiter.api.Test;

/** What every voice must do. Extend it and say how one is made. */
public abstract class SpeechProviderContract extends ProviderContract<SpeechRequest, SpeechResult> {

  /** For subclasses. */
  protected SpeechProviderContract() {}

  @Override
  protected abstract SpeechProvider provider();

  /**
   * What it is asked to say.
   *
   * @return a request that it can serve: a short sentence
   */
  protected abstract SpeechRequest request();

  @Override
  protected final SpeechRequest request(FakeCallContext context) {
    return request();
  }

  @Test
  void capabilities_requestItCanServe_allowItsLanguageAndLength() {
    var capabilities = provider().capabilities();
    assertThat(capabilities.speaks(request().language())).isTrue();
    int longest = capabilities.maxTextLength();
    assertThat(longest == 0 || request().text().length() <= longest).isTrue();
  }

  @Test
  void voices_all_haveIdsOfTheirOwnAndLanguagesOfTheProvider() {
    var provider = provider();
    var voices = provider.voices();
    assertThat(voices).extracting(Voice::id).doesNotHaveDuplicates();
    assertThat(voices)
        .allSatisfy(
            voice ->
                assertThat(voice.languages())
                    .allMatch(language -> provider.capabilities().speaks(language)));
    assertThat(provider.voices()).isEqualTo(voices);
  }

  @Test
  void defaultVoice_languageItSpeaks_isOneOfItsVoicesThatSpeaksIt() {
    var provider = provider();
    var language = request().language();
    var usual = provider.defaultVoice(language);
    usual.ifPresent(
        voice -> {
          assertThat(provider.voices()).contains(voice);
          assertThat(voice.speaks(language)).isTrue();
        });
    assertThat(provider.defaultVoice(language)).isEqualTo(usual);
  }

  @Test
  void voices_thatSpeakTheLanguage_canBeAskedFor() {
    var asked = request();
    var provider = provider();
    provider.voices().stream()
        .filter(voice -> voice.speaks(asked.language()))
        .limit(3)
        .forEach(
            voice ->
                assertThat(
                        provider.check(
                            new SpeechRequest(
                                asked.text(),
                                asked.language(),
                                voice.id(),
                                asked.speed(),
                                asked.take())))
                    .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR));
  }

  @Override
  void checkResult(SpeechResult result, SpeechRequest request, FakeCallContext context) {
    assertThat(result.duration()).isPositive();
    assertThat(result.artifacts()).contains(result.audio());
    assertThat(result.audio().mediaType()).startsWith("audio/");
    WordTimes.check(result.words(), result.duration());
    if (provider().capabilities().has(Feature.WORD_TIMINGS)) {
      assertThat(result.words()).isNotEmpty();
    }
  }
}
