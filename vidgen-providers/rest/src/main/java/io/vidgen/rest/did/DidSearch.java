package io.vidgen.rest.did;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.VendorClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an attempt whose answer was lost in D-ID's list. D-ID does not document that the list
 * shows what was planted, and it may lag; so "none" is said only after a look at the whole list
 * that began late enough, and in which every entry can be told from the attempt.
 */
final class DidSearch {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 50;

  /** How far clocks of D-ID's may differ; this machine's does not count. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final int LOOKS = 4;

  private final VendorClient client;
  private final DidAttempts attempts;
  private final Duration lag;
  private final InstantSource clock;

  DidSearch(VendorClient client, DidAttempts attempts, Duration lag, InstantSource clock) {
    this.client = client;
    this.attempts = attempts;
    this.lag = lag;
    this.clock = clock;
  }

  /**
   * What one look showed.
   *
   * @param found the attempt, null when it was not seen
   * @param unclear entries that may be it
   * @param whole whether all entries were seen that may be it
   */
  private record Look(@Nullable DidVideo found, int unclear, boolean whole) {}

  Optional<DidVideo> find(String list, String attempt) throws InterruptedException {
    var known = attempts.find(attempt).orElse(null);
    var settled = (known == null ? clock.instant() : known.ended()).plus(lag);
    while (true) {
      var began = clock.instant();
      var look = look(list, new DidMarks(attempt, known, attempts), horizon(known));
      if (look.found() != null) {
        return Optional.of(look.found());
      }
      if (!look.whole()) {
        throw undecided("its list is too long to be searched");
      }
      if (!began.isBefore(settled)) {
        if (look.unclear() > 0) {
          throw undecided(look.unclear() + " of its entries may be it");
        }
        return Optional.empty();
      }
      pause(Duration.between(began, settled));
    }
  }

  private Look look(String list, DidMarks marks, @Nullable Instant horizon) {
    var tokens = new HashSet<String>();
    String token = null;
    int unclear = 0;
    int otherFaces = 0;
    boolean proven = false;
    Instant last = Instant.MAX;
    boolean sorted = true;
    for (int i = 0; i < MOST_PAGES; i++) {
      var page = page(list, token);
      boolean old = horizon != null && !page.items().isEmpty();
      for (var video : page.items()) {
        var created = video.created();
        boolean isOld = horizon != null && created != null && created.isBefore(horizon);
        sorted &= created != null && !created.isAfter(last);
        last = created == null ? last : created;
        old &= isOld;
        proven |= DidMarks.proves(video);
        switch (marks.of(video)) {
          case OURS -> {
            return new Look(video, 0, true);
          }
          case UNCLEAR -> unclear += isOld ? 0 : 1;
          case OTHER_FACE -> otherFaces += isOld ? 0 : 1;
          case OTHER -> {}
        }
      }
      token = page.next();
      // Only of a list that runs backwards in time can the rest be left out.
      if (token == null || (old && sorted) || !tokens.add(token)) {
        int open = unclear + (proven ? 0 : otherFaces);
        return new Look(null, open, token == null || (old && sorted));
      }
    }
    return new Look(null, unclear, false);
  }

  private DidPage<DidVideo> page(String list, @Nullable String token) {
    var call = ApiCall.get(list).query("limit", Integer.toString(PAGE));
    if (token != null) {
      call.query("token", token);
    }
    JsonNode json = client.ask(call.build()).json();
    if (!Json.at(json, list).isArray()) {
      throw VidgenException.of(FailureKind.PROTOCOL, "D-ID's list holds no " + list, "");
    }
    return DidReader.page(json, list, DidReader::video);
  }

  private static @Nullable Instant horizon(DidAttempts.@Nullable Attempt known) {
    var notBefore = known == null ? null : known.notBefore();
    return notBefore == null ? null : notBefore.minus(MARGIN);
  }

  private void pause(Duration left) throws InterruptedException {
    var step = lag.dividedBy(LOOKS);
    Thread.sleep(Math.max(1, (left.compareTo(step) < 0 ? left : step).toMillis()));
  }

  private static VidgenException undecided(String why) {
    return VidgenException.of(
        FailureKind.UNKNOWN_OUTCOME,
        "D-ID cannot say whether it has the attempt: " + why,
        "look at the videos in D-ID's studio");
  }
}
