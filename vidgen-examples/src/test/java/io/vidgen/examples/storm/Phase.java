package io.vidgen.examples.storm;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stretch of the storm: what goes wrong, and how a render may end by the rules.
 *
 * @param name of its row in the table
 * @param shut whether connections to ElevenLabs are refused
 * @param faults what the vendors do
 * @param allowed by kind: {@link #FIRST}, {@link #FALLBACK} or names of kinds of failures
 */
record Phase(String name, boolean shut, List<FaultRule> faults, Map<Kind, Set<String>> allowed) {
  /** Everything was made by those who are listed first. */
  static final String FIRST = "first choice";

  /** Somebody stepped in. */
  static final String FALLBACK = "fallback";

  private static final String UNKNOWN = "UNKNOWN_OUTCOME";
  private static final String SPEAK = "text_to_speech*";
  private static final String DRAW = "generateImage";
  private static final String FILM = "predictLongRunning";
  private static final String TALK = "CreateTalk";

  /** The whole storm; it begins and ends with good weather. Who is slow is silent for a while. */
  static List<Phase> all(Duration silence) {
    return List.of(
        new Builder("all well").end(Set.of(FIRST), Set.of(FIRST), Set.of(FIRST)),
        new Builder("down")
            .shut()
            .always(Vendor.GOOGLE, DRAW, "error:overloaded")
            .always(Vendor.GOOGLE, FILM, "error:overloaded")
            .always(Vendor.DID, TALK, "error:gateway-unavailable")
            .end(Set.of(FALLBACK), Set.of(FALLBACK), Set.of("UNAVAILABLE", UNKNOWN)),
        new Builder("slow")
            .always(Vendor.ELEVENLABS, SPEAK, "stall:after-acceptance," + silence)
            .some(Vendor.GOOGLE, "getOperation", "error:overloaded", 0.3)
            .some(Vendor.GOOGLE, "downloadMedia", "drop:mid-answer", 0.3)
            .some(Vendor.DID, "GetTalk", "html:503", 0.3)
            // What could not be fetched five times in a row is fetched by the next render.
            .end(
                Set.of(FALLBACK, UNKNOWN),
                Set.of(FIRST, "UNAVAILABLE"),
                Set.of(FIRST, "UNAVAILABLE")),
        new Builder("rate limited")
            .some(Vendor.ELEVENLABS, SPEAK, "rate-limited:seconds,2", 0.4)
            .some(Vendor.GOOGLE, DRAW, "rate-limited:seconds,2", 0.4)
            .some(Vendor.GOOGLE, FILM, "error:quota", 0.4)
            .some(Vendor.DID, TALK, "error:gateway-throttled", 0.4)
            .end(Set.of(FIRST, FALLBACK), Set.of(FIRST, FALLBACK), Set.of(FIRST, "RATE_LIMITED")),
        new Builder("rate limited for long")
            .always(Vendor.ELEVENLABS, SPEAK, "rate-limited:seconds,120")
            .always(Vendor.GOOGLE, DRAW, "rate-limited:seconds,120")
            .always(Vendor.GOOGLE, FILM, "rate-limited:seconds,120")
            .always(Vendor.DID, TALK, "rate-limited:seconds,20")
            .end(Set.of(FALLBACK), Set.of(FALLBACK), Set.of("RATE_LIMITED")),
        new Builder("filtered")
            .some(Vendor.GOOGLE, DRAW, "quirk:image-safety", 0.2)
            .some(Vendor.GOOGLE, FILM, "quirk:filtered-violence", 0.3)
            .some(Vendor.DID, TALK, "error:TextModerationError", 0.4)
            .end(
                Set.of(FIRST, "CONTENT_FILTERED"),
                Set.of(FIRST, "CONTENT_FILTERED"),
                Set.of(FIRST, "CONTENT_FILTERED")),
        new Builder("bad request")
            .some(Vendor.ELEVENLABS, SPEAK, "error:text_too_long", 0.2)
            .some(Vendor.GOOGLE, FILM, "error:unsupported-case", 0.3)
            .some(Vendor.DID, TALK, "error:ValidationError", 0.4)
            .end(
                Set.of(FIRST, "INVALID_REQUEST"),
                Set.of(FIRST, "INVALID_REQUEST"),
                Set.of(FIRST, "INVALID_REQUEST")),
        new Builder("out of credit")
            .always(Vendor.ELEVENLABS, SPEAK, "error:insufficient_credits")
            .always(Vendor.GOOGLE, DRAW, "error:credits-depleted")
            .always(Vendor.GOOGLE, FILM, "error:credits-depleted")
            .always(Vendor.DID, TALK, "error:InsufficientCreditsError")
            .end(Set.of(FALLBACK), Set.of(FALLBACK), Set.of("QUOTA")),
        new Builder("key withdrawn")
            .always(Vendor.ELEVENLABS, SPEAK, "error:invalid_api_key")
            .always(Vendor.GOOGLE, DRAW, "error:invalid-key")
            .always(Vendor.GOOGLE, FILM, "error:permission-denied")
            .always(Vendor.DID, TALK, "error:AuthorizationError")
            .end(Set.of(FALLBACK), Set.of(FALLBACK), Set.of("AUTHENTICATION")),
        new Builder("answers lost")
            .some(Vendor.ELEVENLABS, SPEAK, "drop:after-acceptance", 0.2)
            .some(Vendor.GOOGLE, FILM, "drop:after-acceptance", 0.3)
            .some(Vendor.DID, TALK, "drop:after-acceptance", 0.5)
            .end(Set.of(FIRST, FALLBACK, UNKNOWN), Set.of(FIRST, FALLBACK, UNKNOWN), Set.of(FIRST)),
        new Builder("requests lost")
            .some(Vendor.ELEVENLABS, SPEAK, "drop:before-body", 0.2)
            .some(Vendor.GOOGLE, DRAW, "html:500", 0.2)
            .some(Vendor.GOOGLE, FILM, "drop:mid-body", 0.3)
            .some(Vendor.DID, TALK, "drop:mid-body", 0.4)
            .end(
                Set.of(FIRST, FALLBACK, UNKNOWN),
                Set.of(FIRST, FALLBACK, UNKNOWN),
                Set.of(FIRST, UNKNOWN)),
        new Builder("work fails")
            .some(Vendor.GOOGLE, FILM, "quirk:operation-error-13", 0.3)
            .some(Vendor.DID, TALK, "fate:failed", 0.4)
            .end(Set.of(FIRST), Set.of(FIRST, FALLBACK, UNKNOWN), Set.of(FIRST, "INVALID_REQUEST")),
        new Builder("everything at once")
            .some(Vendor.ELEVENLABS, SPEAK, "rate-limited:seconds,3", 0.1)
            .some(Vendor.ELEVENLABS, SPEAK, "error:insufficient_credits", 0.1)
            .some(Vendor.ELEVENLABS, SPEAK, "drop:after-acceptance", 0.1)
            .some(Vendor.GOOGLE, DRAW, "error:overloaded", 0.2)
            .some(Vendor.GOOGLE, DRAW, "quirk:image-safety", 0.1)
            .some(Vendor.GOOGLE, FILM, "error:overloaded", 0.2)
            .some(Vendor.GOOGLE, FILM, "error:credits-depleted", 0.1)
            .some(Vendor.GOOGLE, FILM, "quirk:filtered-audio", 0.1)
            .some(Vendor.GOOGLE, FILM, "drop:after-acceptance", 0.1)
            .some(Vendor.DID, TALK, "error:gateway-throttled", 0.2)
            .some(Vendor.DID, TALK, "drop:after-acceptance", 0.1)
            .some(Vendor.DID, TALK, "error:InsufficientCreditsError", 0.1)
            .end(
                Set.of(FIRST, FALLBACK, UNKNOWN, "CONTENT_FILTERED"),
                Set.of(FIRST, FALLBACK, UNKNOWN, "CONTENT_FILTERED"),
                Set.of(FIRST, "QUOTA", "RATE_LIMITED")),
        new Builder("back again").end(Set.of(FIRST), Set.of(FIRST), Set.of(FIRST)));
  }

  private static final class Builder {
    private final String name;
    private final List<FaultRule> faults = new ArrayList<>();
    private boolean shut;

    Builder(String name) {
      this.name = name;
    }

    Builder shut() {
      shut = true;
      return this;
    }

    Builder always(Vendor vendor, String operation, String fault) {
      faults.add(FaultRule.always(vendor, operation, Fault.parse(fault)));
      return this;
    }

    Builder some(Vendor vendor, String operation, String fault, double share) {
      faults.add(FaultRule.always(vendor, operation, Fault.parse(fault)).withProbability(share));
      return this;
    }

    Phase end(Set<String> narrated, Set<String> story, Set<String> avatar) {
      return new Phase(
          name,
          shut,
          List.copyOf(faults),
          Map.of(Kind.NARRATED, narrated, Kind.STORY, story, Kind.AVATAR, avatar));
    }
  }
}
