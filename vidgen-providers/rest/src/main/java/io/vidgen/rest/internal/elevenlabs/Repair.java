package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.MultipartForm;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the vendor find the words in finished speech. The speech is paid already, so what fails here
 * costs its times only.
 */
final class Repair {
  private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

  private final VendorClient client;
  private final Duration timeout;

  Repair(VendorClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /** What is to be found where. */
  record Speech(Path file, String mediaType, String extension, double seconds, String text) {}

  List<WordTiming> find(Speech speech, List<String> words, Bill bill, CallContext context) {
    var form =
        MultipartForm.create()
            .file("file", speech.file(), speech.mediaType(), speech.extension())
            .text("text", speech.text());
    var call = ApiCall.post("v1", "forced-alignment").multipart(form).paid().limit(timeout).build();
    try {
      var answer = client.submit(call, context).json();
      bill.aligned(speech.seconds());
      var times = read(answer);
      return new WordTimes(speech.seconds(), TimingSource.ALIGNED).of(words, times);
    } catch (RuntimeException e) {
      LOG.warn(
          "The times of words could not be repaired, the speech comes without; the repair may have"
              + " been charged: {}",
          e.getMessage());
      return List.of();
    }
  }

  private static CharacterTimes read(JsonNode answer) {
    var characters = CharacterTimes.ofAligned(answer.path("characters"));
    return characters == null ? new CharacterTimes() : characters;
  }
}
