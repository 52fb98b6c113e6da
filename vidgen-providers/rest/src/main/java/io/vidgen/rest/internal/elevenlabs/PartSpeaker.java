package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.elevenlabs.IncomingSpeech.BadSpeechException;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one part spoken, with one paid call. */
final class PartSpeaker {
  private static final Logger LOG = LoggerFactory.getLogger(PartSpeaker.class);
  private static final int HEAD = 16;

  /**
   * Fewer letters than this share, and the times are not those of the text: tags, dictionaries and
   * pieces without times leave letters out. A stream that ended early looks the same, but is short.
   */
  private static final double LEAST_TIMED = 0.8;

  private final VendorClient client;
  private final SpeechCalls calls;
  private final boolean streaming;

  PartSpeaker(VendorClient client, SpeechCalls calls, boolean streaming) {
    this.client = client;
    this.calls = calls;
    this.streaming = streaming;
  }

  /**
   * Speaks.
   *
   * @throws VidgenException of kind {@code LOCAL}, not charged, if it could not begin
   */
  SpokenPart speak(Part part, Path file, Bill bill, CallContext context) {
    var call = calls.call(part);
    var incoming = open(file);
    var headers = Headers.of();
    try {
      try (incoming) {
        if (streaming) {
          headers = client.lines(call, incoming::take, context);
          bill.spoken(part, headers);
        } else {
          var reply = client.submit(call, context);
          headers = reply.headers();
          bill.spoken(part, headers);
          incoming.take(reply.json());
        }
      }
      return checked(part, incoming, file, headers);
    } catch (BadSpeechException e) {
      throw bad(e, headers);
    } catch (VidgenException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw lost(e, headers);
    }
  }

  private static IncomingSpeech open(Path file) {
    try {
      return new IncomingSpeech(file);
    } catch (IOException e) {
      throw LocalFailures.of(e);
    }
  }

  private SpokenPart checked(Part part, IncomingSpeech incoming, Path file, Headers headers)
      throws IOException {
    if (incoming.bytes() == 0) {
      throw new BadSpeechException("it holds no sound");
    }
    // Samples may begin with any byte, and what they are the answer's JSON has shown.
    if (!part.format().isSamples() && !kind(part.format()).matches(head(file))) {
      throw new BadSpeechException("its sound is not " + part.format().name());
    }
    double seconds = SoundLength.seconds(file, part.format());
    if (seconds <= 0) {
      throw new BadSpeechException("its sound has no length");
    }
    var sent = incoming.sent().orElse(null);
    if (sent != null && sent.letters() < LEAST_TIMED * SpeakingTime.letters(part.text())) {
      if (streaming && seconds < SpeakingTime.shortest(part.text())) {
        throw new BadSpeechException("it ends before the text does");
      }
      LOG.debug("Times came for {} letters only and are not used", sent.letters());
      sent = null;
    }
    var id = header(headers, "request-id");
    LOG.debug(
        "Request {} spoke {} s for {} characters; allowed at once: {}",
        id,
        seconds,
        header(headers, "character-cost"),
        header(headers, "maximum-concurrent-requests"));
    return new SpokenPart(file, seconds, sent, incoming.normalized().orElse(null), id);
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

  /** It came and is gone: paid for certain only if the vendor said what it cost. */
  private static VidgenException lost(Exception e, Headers headers) {
    var failure = LocalFailures.of(e).failure();
    boolean paid = !header(headers, "character-cost").isEmpty();
    return new VidgenException(failure.charged(paid ? Boolean.TRUE : null), e);
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static MediaKind kind(SoundFormat format) {
    return switch (format.kind()) {
      case MP3 -> MediaKind.MP3;
      case OPUS -> MediaKind.OGG;
      case PCM, WAV -> MediaKind.PCM;
    };
  }

  private static String header(Headers headers, String name) {
    var value = headers.get(name);
    return value == null ? "" : value.strip();
  }
}
