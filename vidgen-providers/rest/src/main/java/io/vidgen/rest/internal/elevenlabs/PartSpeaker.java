package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.elevenlabs.IncomingSpeech.BadSpeechException;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one part spoken, with one paid call. */
final class PartSpeaker {
  private static final Logger LOG = LoggerFactory.getLogger(PartSpeaker.class);
  private static final int HEAD = 16;

  /** A stream that ends early still looks whole; its characters say what is missing. */
  private static final double LEAST_SPOKEN = 0.8;

  private final VendorClient client;
  private final SpeechCalls calls;
  private final boolean streaming;

  PartSpeaker(VendorClient client, SpeechCalls calls, boolean streaming) {
    this.client = client;
    this.calls = calls;
    this.streaming = streaming;
  }

  SpokenPart speak(Part part, Path file, CallContext context) throws IOException {
    var call = calls.call(part);
    Headers headers = Headers.of();
    var incoming = new IncomingSpeech(file);
    try {
      try (incoming) {
        if (streaming) {
          headers = client.lines(call, incoming::take, context);
        } else {
          var reply = client.submit(call, context);
          headers = reply.headers();
          incoming.take(reply.json());
        }
      }
      return checked(part, incoming, file, headers);
    } catch (BadSpeechException e) {
      throw bad(e, headers);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static SpokenPart checked(Part part, IncomingSpeech incoming, Path file, Headers headers)
      throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (incoming.bytes() == 0) {
      throw new BadSpeechException("it holds no sound");
    }
    if (!kind(part.format()).matches(head)) {
      throw new BadSpeechException("its sound is not " + part.format().name());
    }
    double seconds = SoundLength.seconds(file, part.format());
    if (seconds <= 0) {
      throw new BadSpeechException("its sound has no length");
    }
    var sent = incoming.sent();
    if (sent.isPresent() && sent.get().letters() < LEAST_SPOKEN * letters(part.text())) {
      throw new BadSpeechException("it ends before the text does");
    }
    var id = header(headers, "request-id");
    LOG.debug(
        "Request {} spoke {} s for {} characters; allowed at once: {}",
        id,
        seconds,
        header(headers, "character-cost"),
        header(headers, "maximum-concurrent-requests"));
    return new SpokenPart(file, seconds, sent.orElse(null), incoming.normalized().orElse(null), id);
  }

  /** It was answered with success, so it was paid if the vendor says what it cost. */
  private static VidgenException bad(BadSpeechException e, Headers headers) {
    var cost = header(headers, "character-cost");
    var failure =
        Failure.of(
            FailureKind.PROTOCOL,
            "the answer cannot be used: " + e.getMessage(),
            "look at the history of the account, which may hold the speech; request "
                + header(headers, "request-id"));
    return new VidgenException(cost.isEmpty() ? failure : failure.charged(true));
  }

  private static MediaKind kind(SoundFormat format) {
    return switch (format.kind()) {
      case MP3 -> MediaKind.MP3;
      case OPUS -> MediaKind.OGG;
      case PCM, WAV -> MediaKind.PCM;
    };
  }

  private static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static String header(Headers headers, String name) {
    var value = headers.get(name);
    return value == null ? "" : value.strip();
  }
}
