package io.vidgen.sandbox.internal.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vidgen.sandbox.AskedRequest;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.books.Books;
import io.vidgen.sandbox.internal.fault.FaultDesk;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request to the imitation it is for, with the faults that were ordered, and books it. */
final class Front implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  static final Set<String> CREDENTIALS =
      Set.of("authorization", "xi-api-key", "x-api-key", "api-key", "x-goog-api-key", "cookie");

  private final Targets targets;
  private final FaultDesk faults;
  private final Books books;
  private final InstantSource clock;
  private final Path directory;
  private final Waits waits;
  private final Sender sender;

  Front(
      Targets targets,
      FaultDesk faults,
      Books books,
      InstantSource clock,
      Path directory,
      Waits waits) {
    this.targets = targets;
    this.faults = faults;
    this.books = books;
    this.clock = clock;
    this.directory = directory;
    this.waits = waits;
    this.sender = new Sender(waits);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      var target = targets.find(exchange);
      if (target == null) {
        sender.send(exchange, Reply.empty(404), null);
      } else {
        handle(exchange, target);
      }
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CutException();
    }
  }

  private void handle(HttpExchange exchange, Target target)
      throws IOException, InterruptedException {
    noteLeaks(exchange, target);
    var fault =
        target.route() == null
            ? null
            : faults.draw(target.vendor(), target.operation()).orElse(null);
    var visit = new Visit(target, fault);
    Body body = null;
    try (var scratch = new ScratchDirectory(directory)) {
      at(Fault.Moment.BEFORE_BODY, visit);
      body = read(exchange, visit, scratch);
      if (body == null) {
        finish(exchange, visit, Reply.empty(413));
        return;
      }
      visit.digest = body.digest();
      var call =
          new Call(
              target,
              Exchanges.query(exchange.getRequestURI().getRawQuery()),
              Exchanges.headers(exchange.getRequestHeaders()),
              body,
              scratch,
              fault);
      finish(exchange, visit, answer(call, target, visit));
    } catch (CutException e) {
      book(visit, 0, null);
      throw e;
    } finally {
      if (body != null) {
        body.close();
      }
    }
  }

  /** What is known of a request so far; booked once. */
  private static final class Visit {
    private final Target target;
    private final @Nullable Fault fault;
    private String digest = "";
    private boolean booked;

    Visit(Target target, @Nullable Fault fault) {
      this.target = target;
      this.fault = fault;
    }
  }

  private @Nullable Body read(HttpExchange exchange, Visit visit, ScratchDirectory scratch)
      throws IOException, InterruptedException {
    var announced = exchange.getRequestHeaders().getFirst("Content-Length");
    long length = announced == null ? 2048 : Long.parseLong(announced);
    var route = visit.target.route();
    long limit = route == null ? 1 << 20 : route.bodyLimit();
    boolean none =
        announced == null && exchange.getRequestHeaders().getFirst("Transfer-Encoding") == null;
    if (none || length == 0) {
      at(Fault.Moment.MID_BODY, visit);
    }
    return Body.read(
        exchange.getRequestBody(),
        limit,
        scratch,
        Math.max(1, length / 2),
        () -> at(Fault.Moment.MID_BODY, visit));
  }

  private void at(Fault.Moment moment, Visit visit) throws InterruptedException {
    if (visit.fault instanceof Fault.Drop d && d.moment() == moment) {
      throw new CutException();
    }
    if (visit.fault instanceof Fault.Stall s && s.moment() == moment) {
      waits.pause(s.time());
    }
  }

  private Reply answer(Call call, Target target, Visit visit)
      throws IOException, InterruptedException {
    var imitation = target.imitation();
    var fault = visit.fault;
    if (fault instanceof Fault.VendorError e) {
      return error(imitation, e.name());
    } else if (fault instanceof Fault.RateLimited r) {
      return rateLimited(imitation, r);
    } else if (fault instanceof Fault.Html h) {
      return Sender.html(h.status());
    } else if (fault instanceof Fault.Redirect r) {
      return Reply.empty(r.status()).header("Location", r.location());
    }
    var reply = workOrFail(call, target);
    at(Fault.Moment.AFTER_ACCEPTANCE, visit);
    if (fault instanceof Fault.AcceptedError e && reply.status() < 400) {
      return error(imitation, e.name());
    }
    return fault instanceof Fault.Garbled g ? Sender.spoil(reply, g.how()) : reply;
  }

  /** A mistake of the sandbox itself is no behaviour of a vendor: it must be seen as one. */
  private static Reply workOrFail(Call call, Target target) throws InterruptedException {
    try {
      return work(call, target);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the sandbox failed at {} {}", target.vendor(), target.operation(), e);
      return Reply.text(500, "text/plain; charset=utf-8", "the sandbox itself failed: " + e);
    }
  }

  private static Reply work(Call call, Target target) throws IOException, InterruptedException {
    var refusal = target.imitation().refuse(call);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var route = target.route();
    return route == null ? target.imitation().unknown(call) : route.handler().handle(call);
  }

  private static Reply error(VendorImitation imitation, String name) {
    return Objects.requireNonNull(
        imitation.errors().get(name), () -> imitation.vendor() + " has no error " + name);
  }

  private Reply rateLimited(VendorImitation imitation, Fault.RateLimited fault) {
    var reply = imitation.rateLimited(fault);
    return switch (fault.form()) {
      case NONE -> reply;
      case SECONDS -> reply.header("Retry-After", String.valueOf(fault.seconds()));
      case DATE -> {
        var date = clock.instant().plus(Duration.ofSeconds(fault.seconds()));
        var text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC));
        yield reply.header("Retry-After", text);
      }
    };
  }

  /** Booked before it is sent, so that whoever has the answer finds it in the books. */
  private void finish(HttpExchange exchange, Visit visit, Reply reply)
      throws IOException, InterruptedException {
    book(visit, reply.status(), reply.limit());
    LOG.debug("{} {} {}", visit.target.vendor(), visit.target.operation(), reply.status());
    sender.send(exchange, reply, visit.fault);
  }

  private void book(Visit visit, int status, @Nullable String limit) {
    if (visit.booked) {
      return;
    }
    visit.booked = true;
    var target = visit.target;
    books.asked(
        new AskedRequest(
            clock.instant(),
            target.vendor(),
            target.operation(),
            target.method(),
            target.path(),
            status,
            visit.digest,
            visit.fault == null ? null : visit.fault.text(),
            limit));
  }

  private void noteLeaks(HttpExchange exchange, Target target) {
    var expected = target.imitation().credentialHeaders();
    for (String name : exchange.getRequestHeaders().keySet()) {
      var lower = Exchanges.lower(name);
      if (CREDENTIALS.contains(lower) && !expected.contains(lower)) {
        books.leak(target.method() + " /" + target.vendor().prefix() + target.path(), lower);
      }
    }
  }
}
