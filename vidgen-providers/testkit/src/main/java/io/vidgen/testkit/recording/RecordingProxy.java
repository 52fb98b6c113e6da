package io.vidgen.testkit.recording;

import io.vidgen.testkit.openapi.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A server on 127.0.0.1 that stands between an adapter and a vendor. While recording it sends on
 * what the adapter asks and keeps each exchange as files; while replaying it answers from these
 * files, without key and network. An adapter is pointed at {@link #address()} by its setting for
 * the vendor's URL.
 *
 * <p>What is recorded holds no secret: headers and query parameters that carry one by their name
 * are emptied, and every value of {@link RecordingOptions#secrets()} is taken out of all headers
 * and bodies in every form. Addresses of results in JSON answers lead through the proxy too, which
 * fetches them without the adapter's headers. Safe for use by several threads.
 */
public final class RecordingProxy implements AutoCloseable {
  private final LocalServer server;
  private final Path work;
  private final Supplier<List<String>> unmatched;
  private final Supplier<List<String>> remaining;

  private RecordingProxy(
      LocalServer server,
      Path work,
      Supplier<List<String>> unmatched,
      Supplier<List<String>> remaining) {
    this.server = server;
    this.work = work;
    this.unmatched = unmatched;
    this.remaining = remaining;
  }

  /**
   * Begins to record.
   *
   * @param target the vendor's URL, such as {@code https://api.d-id.com}; its path is put before
   *     that of each request
   * @param directory where files go, without a recording so far; made when it is not there
   * @param options secrets and limits
   * @return the running proxy, to be closed
   * @throws IOException if the directory cannot be used
   */
  public static RecordingProxy record(URI target, Path directory, RecordingOptions options)
      throws IOException {
    if (target.getHost() == null || target.getRawQuery() != null) {
      throw new IllegalArgumentException("target must be a URL with a host and without a query");
    }
    var recording = Recording.create(directory);
    var server = new LocalServer(options.timeout());
    var work = Files.createTempDirectory("vidgen-recording");
    server.start(new Recorder(target, server.address(), recording, work, options));
    return new RecordingProxy(server, work, List::of, List::of);
  }

  /**
   * Begins to replay. A request is answered when method, path, query and body are those of a
   * recorded one; order of JSON fields, multipart boundaries and UUIDs do not matter. Equal
   * requests are answered in the order recorded, and a GET more often with the last answer. Any
   * other request is answered with status 599 and a text that names the nearest one.
   *
   * @param directory a recording
   * @param options the secrets that the adapter uses now, should it put them into bodies, and
   *     limits
   * @return the running proxy, to be closed
   * @throws IOException if there is no recording, or it cannot be read
   */
  public static RecordingProxy replay(Path directory, RecordingOptions options) throws IOException {
    var recording = Recording.open(directory);
    var server = new LocalServer(options.timeout());
    var work = Files.createTempDirectory("vidgen-replay");
    var replayer = new Replayer(server.address(), recording, work, options);
    server.start(replayer);
    return new RecordingProxy(server, work, replayer::unmatched, replayer::remaining);
  }

  /**
   * Reads a recording, to check it against an OpenAPI document. Downloads of results are left out.
   *
   * @param directory a recording
   * @return the exchanges in order
   * @throws IOException if there is no recording, or it cannot be read
   */
  public static List<Exchange> exchanges(Path directory) throws IOException {
    var recording = Recording.open(directory);
    var all = new ArrayList<Exchange>();
    for (var one : recording.all()) {
      if (!one.key().path().startsWith(Downloads.PREFIX)) {
        all.add(
            new Exchange(
                one.key().method(),
                one.key().path(),
                one.key().query(),
                one.requestHeaders(),
                Files.readAllBytes(recording.requestBody(one.number())),
                one.status(),
                one.responseHeaders(),
                Files.readAllBytes(recording.answerBody(one.number()))));
      }
    }
    return all;
  }

  /**
   * Where it listens.
   *
   * @return such as {@code http://127.0.0.1:40123}
   */
  public URI address() {
    return server.address();
  }

  /**
   * Requests of a replay that nothing recorded answers.
   *
   * @return what was asked and the nearest that was recorded; always empty while recording
   */
  public List<String> unmatched() {
    return unmatched.get();
  }

  /**
   * Exchanges of a replay that nobody has asked for yet.
   *
   * @return their numbers and requests; always empty while recording
   */
  public List<String> remaining() {
    return remaining.get();
  }

  /**
   * Stops. What was answered is written before this returns; what is under way is broken off after
   * 10 s.
   */
  @Override
  public void close() {
    server.close();
    try (var files = Files.walk(work)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
