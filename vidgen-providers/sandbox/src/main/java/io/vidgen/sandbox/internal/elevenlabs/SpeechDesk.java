package io.vidgen.sandbox.internal.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.limit.Account;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.media.Recording;
import io.vidgen.sandbox.internal.media.Voices;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Speaks, counts characters and holds the plan's limits. */
final class SpeechDesk {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String UNIT = "characters";
  private static final int PIECE = 40;
  private static final Duration SHORTEST = Duration.ofMillis(400);
  private static final Duration LONGEST = Duration.ofMillis(900);

  private final Studio studio;
  private final SoundKinds sounds;

  SpeechDesk(Studio studio) {
    this.studio = studio;
    this.sounds = new SoundKinds(studio.media());
  }

  /** A way to answer. */
  private interface Form {
    Reply answer(Ask ask, Recording recording, byte[] sound);
  }

  Reply plain(Call call) throws IOException, InterruptedException {
    return speak(
        call, false, (ask, rec, sound) -> Reply.bytes(200, SoundKinds.type(ask.format()), sound));
  }

  Reply stream(Call call) throws IOException, InterruptedException {
    return speak(
        call,
        true,
        (ask, rec, sound) ->
            Reply.stream(200, SoundKinds.type(ask.format()), out -> drip(out, sound)));
  }

  Reply timed(Call call) throws IOException, InterruptedException {
    return speak(
        call,
        false,
        (ask, rec, sound) -> Reply.json(200, piece(sound, sent(ask, rec), normalized(ask, rec))));
  }

  Reply timedStream(Call call) throws IOException, InterruptedException {
    return speak(
        call,
        true,
        (ask, rec, sound) ->
            Reply.stream(200, "application/json", out -> lines(out, ask, rec, sound)));
  }

  private Reply speak(Call call, boolean stream, Form form)
      throws IOException, InterruptedException {
    var ask = Ask.read(call, stream);
    if (ask.refusal() != null) {
      return ask.refusal();
    }
    var key = Secret.of(call.header(ElevenLabsImitation.KEY).orElse(""));
    if (studio.limits().refused(new Account(Vendor.ELEVENLABS, key, "")).isPresent()) {
      return Problems.named("rate_limit_exceeded").beyond(LimitDesk.PER_MINUTE);
    }
    int atOnce = ask.model().atOnce(studio.limits().of(Vendor.ELEVENLABS));
    var account = new Account(Vendor.ELEVENLABS, key, ask.model().group());
    var place = studio.limits().enter(account, atOnce);
    if (place == null) {
      return Problems.named("concurrent_limit_exceeded")
          .header("current-concurrent-requests", String.valueOf(atOnce))
          .header("maximum-concurrent-requests", String.valueOf(atOnce))
          .beyond(LimitDesk.AT_ONCE);
    }
    try {
      return speak(call, ask, form)
          .header("current-concurrent-requests", String.valueOf(place.number()))
          .header("maximum-concurrent-requests", String.valueOf(atOnce));
    } finally {
      place.leave();
    }
  }

  private Reply speak(Call call, Ask ask, Form form) throws IOException, InterruptedException {
    var cost = cost(ask);
    var left = studio.credits().subtract(studio.books().total(Vendor.ELEVENLABS, UNIT));
    if (left.compareTo(cost) < 0) {
      return Problems.old(
          401,
          "quota_exceeded",
          "This request exceeds your quota. You have " + left.max(BigDecimal.ZERO) + " credits.");
    }
    var order = new Voices.Order(ask.text(), ask.language(), ask.voice(), ask.speed());
    var recording = studio.voices().speak(order);
    var sound = sounds.make(recording.wav(), ask.format());
    studio
        .timers()
        .pause(studio.dice().latency(Vendor.ELEVENLABS, call.operation(), SHORTEST, LONGEST));
    var id = studio.dice().id("", 20);
    studio.books().charge(call, id, UNIT, cost, null);
    return form.answer(ask, recording, sound)
        .header("request-id", id)
        .header("character-cost", cost.toPlainString());
  }

  private static BigDecimal cost(Ask ask) {
    int characters = ask.text().codePointCount(0, ask.text().length());
    return BigDecimal.valueOf(characters * ask.model().cost()).setScale(0, RoundingMode.UP);
  }

  private static @Nullable CharacterTimeline sent(Ask ask, Recording recording) {
    double seconds = recording.duration().toNanos() / 1e9;
    var times = CharacterTimeline.sent(ask.text(), recording.words(), seconds);
    return switch (ask.voice()) {
      case AccountPages.WITHOUT_TIMES -> null;
      case AccountPages.COLLAPSING -> times.collapsed();
      default -> times;
    };
  }

  private static @Nullable CharacterTimeline normalized(Ask ask, Recording recording) {
    var times = CharacterTimeline.normalized(recording.words());
    return switch (ask.voice()) {
      case AccountPages.WITHOUT_TIMES -> null;
      case AccountPages.COLLAPSING -> times.collapsed();
      default -> times;
    };
  }

  private static ObjectNode piece(
      byte[] sound, @Nullable CharacterTimeline sent, @Nullable CharacterTimeline normalized) {
    var node = JSON.createObjectNode();
    node.put("audio_base64", Base64.getEncoder().encodeToString(sound));
    node.set("alignment", sent == null ? null : sent.json());
    node.set("normalized_alignment", normalized == null ? null : normalized.json());
    return node;
  }

  private static void drip(OutputStream out, byte[] sound) throws IOException {
    int step = Math.max(1, sound.length / 4);
    for (int at = 0; at < sound.length; at += step) {
      out.write(sound, at, Math.min(step, sound.length - at));
      out.flush();
    }
  }

  /** One document on each line; the first ones bring sound before there are times. */
  private static void lines(OutputStream out, Ask ask, Recording recording, byte[] sound)
      throws IOException {
    var sent = sent(ask, recording);
    var normalized = normalized(ask, recording);
    int pieces = sent == null ? 2 : Math.max(1, (sent.size() + PIECE - 1) / PIECE);
    for (int i = 0; i < pieces; i++) {
      var part =
          piece(
              Arrays.copyOfRange(
                  sound, cut(sound.length, i, pieces), cut(sound.length, i + 1, pieces)),
              part(sent, i, pieces),
              part(normalized, i, pieces));
      out.write((part + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private static @Nullable CharacterTimeline part(
      @Nullable CharacterTimeline whole, int i, int pieces) {
    return whole == null
        ? null
        : whole.part(cut(whole.size(), i, pieces), cut(whole.size(), i + 1, pieces));
  }

  private static int cut(int length, int i, int pieces) {
    return (int) ((long) length * i / pieces);
  }
}
