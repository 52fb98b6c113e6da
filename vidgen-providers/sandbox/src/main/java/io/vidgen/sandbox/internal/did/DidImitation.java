package io.vidgen.sandbox.internal.did;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Keys;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imitates D-ID: talks, clips, uploads, voices and credits. */
public final class DidImitation implements VendorImitation {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final Keys keys;
  private final Videos talks;
  private final Videos clips;
  private final List<Route> routes = new ArrayList<>();

  /** Uses the studio's voices and tools. */
  public DidImitation(Studio studio) {
    this.keys = studio.keys();
    var account = new Account(studio);
    var images = Uploads.images(studio);
    var audios = Uploads.audios(studio);
    var presenters = new Presenters();
    var faces = new Faces(images, audios, presenters);
    this.talks = new Videos(VideoKind.TALK, studio, faces, account);
    this.clips = new Videos(VideoKind.CLIP, studio, faces, account);
    routes.addAll(talks.routes());
    // before clips, whose id would match the word "presenters"
    routes.addAll(presenters.routes());
    routes.addAll(clips.routes());
    routes.addAll(images.routes());
    routes.addAll(audios.routes());
    routes.add(Route.of("GET", "/tts/voices", "Voices", VoiceList::answer));
    routes.add(
        Route.of("GET", "/credits", "GetCredits", call -> Reply.json(200, account.credits())));
  }

  @Override
  public Vendor vendor() {
    return Vendor.DID;
  }

  @Override
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  @Override
  public Optional<Reply> refuse(Call call) {
    var header = call.header("authorization").orElse("");
    boolean good =
        header.startsWith(BASIC)
            ? keys.accept(Vendor.DID, forms(header.substring(BASIC.length()).strip()))
            : header.startsWith(BEARER)
                && keys.accept(Vendor.DID, header.substring(BEARER.length()).strip());
    return good
        ? Optional.empty()
        : Optional.of(DidErrors.of(401, "AuthorizationError", "user unauthenticated"));
  }

  /** The documented form, the key as it is, and that of RFC 7617: both are in use. */
  private static String[] forms(String sent) {
    try {
      var plain = new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8);
      return new String[] {sent, plain};
    } catch (IllegalArgumentException e) {
      return new String[] {sent};
    }
  }

  @Override
  public Set<String> credentialHeaders() {
    return Set.of("authorization");
  }

  @Override
  public Reply unknown(Call call) {
    return DidErrors.wrongPath();
  }

  @Override
  public Map<String, Reply> errors() {
    return DidErrors.all();
  }

  @Override
  public Reply rateLimited() {
    return DidErrors.tooMany();
  }

  @Override
  public List<String> mainOperations() {
    return List.of("CreateTalk", "GetTalk", "CreateClip", "GetClip", "post_images", "post_audios");
  }

  @Override
  public List<String> paidOperations() {
    return List.of("CreateTalk", "CreateClip");
  }

  @Override
  public List<Fault> afterAcceptance() {
    var faults = new ArrayList<Fault>();
    faults.add(new Fault.AcceptedError("gateway-timeout"));
    faults.add(new Fault.AcceptedError("gateway-unavailable"));
    faults.add(new Fault.AcceptedError("InternalServerError"));
    for (Fault.Fate fate : Fault.Fate.values()) {
      faults.add(new Fault.Doomed(fate));
    }
    return faults;
  }

  @Override
  public void settle() {
    talks.settle();
    clips.settle();
  }

  @Override
  public Map<String, String> environment(String baseUrl) {
    return Map.of(
        "DID_API_KEY",
        "c2FuZGJveEBleGFtcGxl:sandbox",
        "VIDGEN_D_ID_URL",
        baseUrl,
        // D-ID itself takes half a minute, and nobody asks before
        "VIDGEN_D_ID_TYPICAL_TIME",
        "3s");
  }
}
