package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one recording of what was spoken, and times its words. */
final class Finish {
  private static final Logger LOG = LoggerFactory.getLogger(Finish.class);

  private final ElevenLabsOptions options;
  private final Repair repair;

  Finish(ElevenLabsOptions options, VendorClient client) {
    this.options = options;
    this.repair = new Repair(client, options.timeout());
  }

  SpeechResult finish(
      SpeechRequest request,
      List<String> texts,
      SoundFormat wire,
      List<SpokenPart> spoken,
      Bill bill,
      CallContext context)
      throws IOException {
    var file = spoken.get(0).file();
    if (wire.isSamples()) {
      file = context.workDirectory().resolve("speech.wav");
      WaveFile.join(spoken.stream().map(SpokenPart::file).toList(), wire.rate(), file);
    }
    double seconds = spoken.stream().mapToDouble(SpokenPart::seconds).sum();
    var expected = Words.split(request.text(), request.language());
    var words = times(request, texts, spoken, expected);
    if (words.isEmpty() && !expected.isEmpty()) {
      LOG.debug("The vendor's times cannot be used for {} words", expected.size());
      if (options.repair()) {
        words = repair.find(speech(request, wire, file, seconds), expected, bill, context);
      }
    }
    var duration = Duration.ofNanos(Math.round(seconds * 1e9));
    return new SpeechResult(context.store(file, mediaType(wire)), duration, words);
  }

  static String mediaType(SoundFormat wire) {
    return switch (wire.kind()) {
      case MP3 -> "audio/mpeg";
      case OPUS -> "audio/ogg";
      case PCM, WAV -> "audio/wav";
    };
  }

  private static Repair.Speech speech(
      SpeechRequest request, SoundFormat wire, Path file, double seconds) {
    var extension =
        switch (wire.kind()) {
          case MP3 -> "mp3";
          case OPUS -> "ogg";
          case PCM, WAV -> "wav";
        };
    return new Repair.Speech(file, mediaType(wire), extension, seconds, request.text());
  }

  /** No times are worth the loss of speech that is paid for. */
  private List<WordTiming> times(
      SpeechRequest request, List<String> texts, List<SpokenPart> spoken, List<String> expected) {
    try {
      return words(request, texts, spoken, expected);
    } catch (RuntimeException e) {
      LOG.warn("The vendor's times could not be read, the speech comes without", e);
      return List.of();
    }
  }

  /** All words or none: a caller who aligns a recording himself does it whole. */
  private List<WordTiming> words(
      SpeechRequest request, List<String> texts, List<SpokenPart> spoken, List<String> expected) {
    var all = new ArrayList<WordTiming>();
    double offset = 0;
    for (int i = 0; i < texts.size(); i++) {
      var words = Words.split(texts.get(i), request.language());
      var timed = words(words, spoken.get(i));
      if (timed.isEmpty() && !words.isEmpty()) {
        return List.of();
      }
      var later = Duration.ofNanos((long) (offset * 1e9));
      timed.forEach(word -> all.add(word.shifted(later)));
      offset += spoken.get(i).seconds();
    }
    return all.stream().map(WordTiming::text).toList().equals(expected) ? all : List.of();
  }

  private List<WordTiming> words(List<String> words, SpokenPart part) {
    var times = new WordTimes(part.seconds(), TimingSource.SYNTHESIS);
    // With a dictionary the times of the text as sent are wrong, even where its letters are right
    // (pipecat issue 4316).
    var timed =
        options.dictionaries().isEmpty() ? times.of(words, part.sent()) : List.<WordTiming>of();
    return timed.isEmpty() ? times.of(words, part.normalized()) : timed;
  }
}
