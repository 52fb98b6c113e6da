package io.vidgen.testkit;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Silence of the right length, as a WAV file that also holds the request, so that none are equal.
 */
final class FakeVoice {
  private static final int RATE = 8_000;

  private FakeVoice() {}

  static SpeechResult speak(SpeechRequest request, Duration perWord, CallContext context)
      throws IOException {
    var words = new ArrayList<WordTiming>();
    var time = Duration.ZERO;
    for (var word : request.text().strip().split("\\s+", -1)) {
      var end = time.plus(perWord);
      words.add(new WordTiming(word, time, end, TimingSource.SYNTHESIS));
      time = end;
    }
    var file = context.workDirectory().resolve("speech.wav");
    Files.write(file, wav(time, request.toString()));
    return new SpeechResult(context.store(file, "audio/wav"), time, words);
  }

  private static byte[] wav(Duration length, String note) {
    int samples = (int) (length.toMillis() * RATE / 1000);
    var text = note.getBytes(StandardCharsets.UTF_8);
    int textSize = text.length + text.length % 2;
    var wav = ByteBuffer.allocate(44 + samples * 2 + 8 + textSize).order(ByteOrder.LITTLE_ENDIAN);
    tag(wav, "RIFF").putInt(wav.capacity() - 8);
    tag(tag(wav, "WAVE"), "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
    tag(wav, "data").putInt(samples * 2).position(44 + samples * 2);
    tag(wav, "note").putInt(text.length).put(text);
    return wav.array();
  }

  private static ByteBuffer tag(ByteBuffer wav, String name) {
    return wav.put(name.getBytes(StandardCharsets.US_ASCII));
  }
}
