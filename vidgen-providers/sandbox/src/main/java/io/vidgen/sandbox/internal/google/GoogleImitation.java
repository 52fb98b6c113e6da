package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Imitates Google: texts, pictures and Veo through the Gemini API at {@code /google/v1beta}, and
 * through the platform at {@code /google/v1beta1}.
 */
public final class GoogleImitation implements VendorImitation {
  static final String UNIT = "USD";

  /** When Google itself is asked for a clip first, which takes 11 s at least. */
  private static final Duration FIRST_POLL = Duration.ofSeconds(10);

  private static final Duration EARLIEST_POLL = Duration.ofMillis(100);

  private final Studio studio;
  private final GoogleKeys keys;
  private final VeoOperations operations;
  private final List<Route> routes = new ArrayList<>();

  /** Uses the studio's voices and tools. */
  public GoogleImitation(Studio studio) {
    var shelf = new VeoShelf();
    this.studio = studio;
    this.keys = new GoogleKeys(studio);
    this.operations = new VeoOperations(studio, shelf);
    routes.addAll(new GeminiVideoDesk(studio, operations, shelf).routes());
    routes.addAll(new PlatformVideoDesk(studio, operations, shelf).routes());
    routes.addAll(new ContentDesk(studio).routes());
    routes.addAll(new GoogleFiles(studio, shelf).routes());
    routes.add(Route.of("GET", "/v1beta/models", "listModels", Models::list));
    routes.add(Route.of("GET", "/v1beta/models/{model}", "getModel", Models::get));
    routes.add(
        Route.of(
            "GET", "/v1beta1/publishers/google/models/{model}", "getModel", Models::getAtPlatform));
  }

  /** The address under which the client has called. */
  static String base(Call call) {
    return "http://" + call.header("host").orElse("127.0.0.1") + "/" + Vendor.GOOGLE.prefix();
  }

  @Override
  public Vendor vendor() {
    return Vendor.GOOGLE;
  }

  @Override
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  @Override
  public Optional<Reply> refuse(Call call) {
    return keys.refuse(call);
  }

  @Override
  public Set<String> credentialHeaders() {
    return Set.of(GoogleKeys.KEY, "authorization");
  }

  @Override
  public Reply unknown(Call call) {
    return GoogleErrors.notFound("Requested entity was");
  }

  @Override
  public Map<String, Reply> errors() {
    return GoogleErrors.all();
  }

  @Override
  public Reply rateLimited() {
    return GoogleErrors.named("quota");
  }

  @Override
  public Reply rateLimited(Fault.RateLimited fault) {
    return fault.form() == Fault.RetryAfter.NONE
        ? GoogleErrors.named("quota-without-details")
        : GoogleErrors.quota(GoogleErrors.REQUESTS, fault.seconds());
  }

  @Override
  public List<String> mainOperations() {
    return List.of(
        ContentDesk.TEXT,
        ContentDesk.PICTURE,
        GeminiVideoDesk.SUBMIT,
        GeminiVideoDesk.POLL,
        PlatformVideoDesk.FETCH,
        GoogleFiles.REDIRECT,
        GoogleFiles.MEDIA);
  }

  @Override
  public List<String> paidOperations() {
    return List.of(ContentDesk.TEXT, ContentDesk.PICTURE, GeminiVideoDesk.SUBMIT);
  }

  @Override
  public Map<String, List<String>> quirks() {
    return Map.of(
        ContentDesk.TEXT,
        Texts.QUIRKS,
        ContentDesk.PICTURE,
        Pictures.QUIRKS,
        GeminiVideoDesk.SUBMIT,
        Ending.quirks());
  }

  @Override
  public List<Fault> afterAcceptance() {
    var faults = new ArrayList<Fault>();
    faults.add(new Fault.AcceptedError("internal"));
    faults.add(new Fault.AcceptedError("overloaded"));
    faults.add(new Fault.AcceptedError("deadline"));
    for (Fault.Fate fate : Fault.Fate.values()) {
      faults.add(new Fault.Doomed(fate));
    }
    return faults;
  }

  @Override
  public void settle() {
    operations.settle();
  }

  @Override
  public Map<String, String> environment(String baseUrl) {
    var asked = studio.dice().scaled(FIRST_POLL);
    var first = asked.compareTo(EARLIEST_POLL) < 0 ? EARLIEST_POLL : asked;
    return Map.of(
        "GEMINI_API_KEY",
        GoogleKeys.GOOD,
        "VIDGEN_GOOGLE_URL",
        baseUrl,
        "VIDGEN_VEO_FIRST_POLL",
        (first.compareTo(FIRST_POLL) > 0 ? FIRST_POLL : first).toMillis() + "ms");
  }
}
