package io.vidgen.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import edu.cmu.sphinx.api.SpeechAligner;
import edu.cmu.sphinx.result.WordResult;
import io.vidgen.audio.Resampler;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the reported times with what an independent aligner hears. */
class WordTimingAccuracyTest {
  private static final String MODEL = "/edu/cmu/sphinx/models/en-us/";
  private static final String TEXT =
      "every morning the old fisherman walks down to the harbor while the birds circle above the"
          + " boats and the people of the village wait for the sea because the water decides"
          + " everything that happens here in the cold winter months of the year";

  @Test
  void call_fortyWords_startsAgreeWithAnAligner(@TempDir Path directory) throws Exception {
    SpeechProvider voice = new FreeTtsSpeechProviderFactory().create(Settings.none());
    List<Double> errors;
    int count;
    try (FakeCallContext call = FakeCallContext.create()) {
      SpeechResult spoken = Speech.speak(voice, Speech.request(TEXT, "en"), call);
      Path wav = sixteenKilohertz(directory, Speech.sound(spoken, call).samples());
      count = spoken.words().size();
      errors = errors(spoken.words(), align(wav, dictionary(directory)));
    }

    assertThat(errors).as("words that the aligner found").hasSizeGreaterThan(count * 4 / 5);
    double median = errors.get(errors.size() / 2);
    double most = errors.get(errors.size() * 9 / 10);
    assertThat(median).as("median of %s", errors).isLessThanOrEqualTo(30);
    assertThat(most).as("90 % of %s", errors).isLessThanOrEqualTo(60);
  }

  private static List<WordResult> align(Path wav, Path dictionary) throws IOException {
    URL audio = wav.toUri().toURL();
    SpeechAligner aligner =
        new SpeechAligner("resource:" + MODEL + "en-us", dictionary.toUri().toString(), null);
    return aligner.align(audio, Arrays.asList(TEXT.split(" ")));
  }

  /** Only the words of the text: the aligner loads its dictionary over and over. */
  private static Path dictionary(Path directory) throws IOException {
    Set<String> words = new HashSet<>(Arrays.asList(TEXT.split(" ")));
    Path small = directory.resolve("small.dict");
    try (InputStream in = SpeechAligner.class.getResourceAsStream(MODEL + "cmudict-en-us.dict");
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return Files.write(
          small, lines.lines().filter(line -> words.contains(line.split("[( ]", 2)[0])).toList());
    }
  }

  /** Differences of the starts in milliseconds, in order of size; words are matched in order. */
  private static List<Double> errors(List<WordTiming> spoken, List<WordResult> heard) {
    List<Double> errors = new ArrayList<>();
    int next = 0;
    for (WordResult word : heard) {
      if (word == null) {
        continue;
      }
      String text = word.getWord().toString().toLowerCase(Locale.ROOT).replaceAll("[(].*", "");
      int found = next;
      while (found < spoken.size() && !spoken.get(found).text().equals(text)) {
        found++;
      }
      if (found < Math.min(spoken.size(), next + 4)) {
        double at = word.getTimeFrame().getStart();
        errors.add(Math.abs(at - spoken.get(found).start().toMillis()));
        next = found + 1;
      }
    }
    Collections.sort(errors);
    return errors;
  }

  private static Path sixteenKilohertz(Path directory, float[] sound) throws IOException {
    float[] low = new Resampler(48_000, 16_000).resample(sound);
    ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * low.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes()).putInt(36 + 2 * low.length).put("WAVEfmt ".getBytes());
    bytes.putInt(16).putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
    bytes.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * low.length);
    for (float value : low) {
      bytes.putShort((short) Math.round(value * 32_000));
    }
    return Files.write(directory.resolve("speech.wav"), bytes.array());
  }
}
