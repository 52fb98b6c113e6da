package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The talks, or the clips, of the account. */
final class Videos {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LEAST = Duration.ofSeconds(18);
  private static final Duration MOST = Duration.ofSeconds(24);
  private static final double SECONDS_PER_CREDIT = 15;

  /** More waiting videos than this are only made when somebody wants them. */
  private static final int MADE_AHEAD = 32;

  private final VideoKind kind;
  private final Studio studio;
  private final Faces faces;
  private final VideoMaker maker;
  private final Webhooks webhooks;
  private final Account account;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, VideoJob> byNumber = new ConcurrentSkipListMap<>();
  private final Map<String, Long> byId = new ConcurrentHashMap<>();
  private final Map<String, VideoJob> unfinished = new ConcurrentHashMap<>();

  Videos(VideoKind kind, Studio studio, Faces faces, Account account) {
    this.kind = kind;
    this.studio = studio;
    this.faces = faces;
    this.maker = new VideoMaker(studio, faces);
    this.webhooks = new Webhooks();
    this.account = account;
  }

  List<Route> routes() {
    var path = "/" + kind.collection;
    var name = kind == VideoKind.TALK ? "Talk" : "Clip";
    return List.of(
        Route.of("POST", path, "Create" + name, this::create),
        Route.of("GET", path, "Get" + name + "s", this::list),
        Route.of("GET", path + "/{id}", "Get" + name, this::get),
        Route.of("DELETE", path + "/{id}", "Delete" + name, this::delete));
  }

  private Reply create(Call call) throws IOException, InterruptedException {
    var holder = Secret.of(call.header("authorization").orElse(""));
    var owner = new io.vidgen.sandbox.internal.limit.Account(Vendor.DID, holder, "");
    if (studio.limits().refused(owner).isPresent()) {
      return DidErrors.throttled().beyond(LimitDesk.PER_MINUTE);
    }
    var place = studio.limits().enter(owner, studio.limits().of(Vendor.DID).concurrent());
    if (place == null) {
      return DidErrors.tooMany().beyond(LimitDesk.AT_ONCE);
    }
    boolean begun = false;
    try {
      var reply = order(call, place);
      begun = reply.status() < 400;
      return reply;
    } finally {
      if (!begun) {
        place.leave();
      }
    }
  }

  private Reply order(Call call, LimitDesk.Place place) throws IOException, InterruptedException {
    boolean json = call.header("content-type").orElse("").startsWith("application/json");
    var body = json ? call.json().orElse(null) : null;
    if (body == null || !body.isObject()) {
      return DidErrors.invalid(Map.of("body.script", "'script' is required"));
    }
    var check = new BodyCheck();
    var order = VideoOrder.read(kind, body, check);
    if (check.failed()) {
      return DidErrors.invalid(check.problems());
    }
    var refusal = faces.refuse(order);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!order.script().voiceExists()) {
      return DidErrors.badRequest("Failed to validate script");
    }
    double seconds = maker.seconds(order);
    double cost = cost(seconds);
    if (account.remaining() < cost) {
      return DidErrors.of(402, "InsufficientCreditsError", "not enough credits");
    }
    var job = job(call, order, seconds, cost);
    place.keep(job::isOver);
    return accept(call, job);
  }

  private VideoJob job(Call call, VideoOrder order, double seconds, double cost) {
    var latency =
        studio
            .dice()
            .latency(
                Vendor.DID,
                kind.object,
                LEAST.plus(Duration.ofMillis((long) (seconds * 2000))),
                MOST.plus(Duration.ofMillis((long) (seconds * 3000))));
    return new VideoJob(
        studio.dice().id(kind.idPrefix, 21),
        order,
        studio.clock().instant(),
        latency,
        cost,
        call.body().digest(),
        call.fate().orElse(null),
        () -> maker.make(order));
  }

  private Reply accept(Call call, VideoJob job) {
    var cost = BigDecimal.valueOf(job.cost());
    studio.books().charge(call, job.id(), Account.UNIT, cost, job.order().userData());
    long number = numbers.incrementAndGet();
    byNumber.put(number, job);
    byId.put(job.id(), number);
    unfinished.put(job.id(), job);
    if (job.wantsVideo() && unfinished.size() <= MADE_AHEAD) {
      job.begin();
    }
    studio.timers().at(job.due(), () -> look(job));
    var answer = JSON.createObjectNode().put("id", job.id()).put("object", kind.object);
    if (kind == VideoKind.TALK) {
      answer.put("created_by", Account.OWNER);
    }
    answer.put("created_at", job.createdAt().toString()).put("status", "created");
    return Reply.json(201, answer);
  }

  /** What happens at the end of a job: credits come back, the webhook is called. */
  private void look(VideoJob job) {
    var now = studio.clock().instant();
    var state = job.state(now);
    if (state.equals("started") || state.equals("created")) {
      if (job.wantsVideo() && !now.isBefore(job.due())) {
        lookAgain(job);
      }
    } else if (job.finish()) {
      unfinished.remove(job.id());
      if (state.equals("error")) {
        correct(job, -job.cost(), now);
      } else if (state.equals("done") && job.order().script().text() != null) {
        // How long a text is when it is spoken, nobody knows before.
        correct(job, job.settle(cost(VideoMaker.seconds(job, studio))), now);
      }
      var webhook = job.order().webhook();
      if (webhook != null) {
        webhooks.call(webhook, VideoJson.of(job, state, now, studio, account));
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the job itself says how it went
  private void lookAgain(VideoJob job) {
    job.video().whenComplete((file, failure) -> look(job));
  }

  private static double cost(double seconds) {
    return Math.max(1, Math.ceil(seconds / SECONDS_PER_CREDIT));
  }

  private void correct(VideoJob job, double credits, Instant now) {
    if (credits == 0) {
      return;
    }
    studio
        .books()
        .charge(
            new Charge(
                now,
                Vendor.DID,
                kind == VideoKind.TALK ? "CreateTalk" : "CreateClip",
                job.id(),
                Account.UNIT,
                BigDecimal.valueOf(credits),
                job.digest(),
                job.order().userData()));
  }

  /** Waits for the videos of all jobs that are due. */
  void settle() {
    var now = studio.clock().instant();
    for (VideoJob job : unfinished.values()) {
      if (!now.isBefore(job.due())) {
        if (job.wantsVideo()) {
          VideoMaker.await(job.video());
        }
        look(job);
      }
    }
  }

  private Reply get(Call call) {
    var job = find(call.param("id"));
    return job == null ? DidErrors.notFound() : Reply.json(200, show(job));
  }

  private ObjectNode show(VideoJob job) {
    look(job);
    var now = studio.clock().instant();
    return VideoJson.of(job, job.state(now), now, studio, account);
  }

  private @Nullable VideoJob find(String id) {
    var number = byId.get(id);
    return number == null ? null : byNumber.get(number);
  }

  private Reply delete(Call call) {
    var job = find(call.param("id"));
    if (job == null) {
      return DidErrors.notFound();
    }
    var state = job.state(studio.clock().instant());
    if (state.equals("created") || state.equals("started")) {
      return DidErrors.of(409, "NotReadyError", "the " + kind.object + " is not ready");
    }
    JsonNode shown = show(job);
    var number = byId.remove(job.id());
    if (number != null) {
      byNumber.remove(number);
    }
    return Reply.json(200, shown);
  }

  private Reply list(Call call) {
    var page = Page.of(call, 100);
    if (page == null) {
      return DidErrors.invalid(Map.of("query.limit", "invalid integer number"));
    }
    return Reply.json(200, page.show(kind.collection, byNumber, this::show));
  }
}
