package io.vidgen.sandbox;

import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.internal.Assembly;
import io.vidgen.sandbox.internal.fault.FaultMatrix;
import io.vidgen.sandbox.internal.media.Signature;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import io.vidgen.spi.AccountLimits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The vendors on 127.0.0.1, in this process. It spends nothing and connects to nothing but webhooks
 * on the same machine. Safe for use by several threads.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   String baseUrl = sandbox.url(Vendor.DID);
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private final Assembly parts;

  private Sandbox(Assembly parts) {
    this.parts = parts;
  }

  /**
   * Starts one with the defaults of {@link SandboxBuilder}.
   *
   * @return a running sandbox, to be closed
   */
  public static Sandbox start() {
    return builder().start();
  }

  /**
   * Choices before the start.
   *
   * @return a builder
   */
  public static SandboxBuilder builder() {
    return new SandboxBuilder();
  }

  static Sandbox start(SandboxBuilder choices) {
    try {
      return new Sandbox(
          Assembly.start(
              new Assembly.Choices(
                  choices.port,
                  choices.seed,
                  choices.scale,
                  choices.virtualStart,
                  choices.books,
                  choices.ffmpeg,
                  choices.credits,
                  choices.spendLimit,
                  choices.strict,
                  Map.copyOf(choices.keys),
                  Map.copyOf(choices.limits))));
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot start", e);
    }
  }

  /**
   * Base address of the whole sandbox; {@code /sandbox/books} and the like are below it.
   *
   * @return such as {@code http://127.0.0.1:8899}
   */
  public URI address() {
    return URI.create(parts.server().base());
  }

  /**
   * Base address of a vendor, to be given to a client instead of the real one.
   *
   * @param vendor which
   * @return such as {@code http://127.0.0.1:8899/d-id}
   */
  public String url(Vendor vendor) {
    return parts.server().base() + "/" + vendor.prefix();
  }

  /**
   * Settings that make vidgen use this sandbox, with keys that open nothing.
   *
   * @return environment variables and their values
   */
  public Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    for (VendorImitation imitation : parts.imitations()) {
      variables.putAll(imitation.environment(url(imitation.vendor())));
    }
    return variables;
  }

  /**
   * The sandbox's time.
   *
   * @return real time, or what {@link SandboxBuilder#virtualTime} and {@link #advance} made of it
   */
  public InstantSource clock() {
    return parts.studio().clock();
  }

  /**
   * Moves the clock on and returns when the media of everything that is due by then is there, so
   * that the next request sees it done.
   *
   * @param time zero or more
   */
  public void advance(Duration time) {
    parts.advance(time);
  }

  /**
   * Orders a fault. Rules are tried oldest first; one that has hit often enough is gone.
   *
   * @param rule which requests it hits
   * @throws IllegalArgumentException if the fault names an error that the vendor does not have
   */
  public void inject(FaultRule rule) {
    parts.inject(rule);
  }

  /**
   * Orders a fault for the next request of an operation.
   *
   * @param vendor whose
   * @param operation name or pattern, see {@link FaultRule}
   * @param fault what goes wrong
   */
  public void inject(Vendor vendor, String operation, Fault fault) {
    inject(FaultRule.next(vendor, operation, fault));
  }

  /**
   * Sets what a vendor lets each key do from now on: calls that make something in any minute
   * (ElevenLabs, D-ID, Google by model, OpenAI), and what runs at once (ElevenLabs speech by group
   * of models, D-ID's videos, Veo's operations by model). Who does more gets the vendor's own 429.
   * By itself ElevenLabs takes five calls at once, ten of its fast models; nobody else counts.
   *
   * @param vendor which
   * @param allowed 0 for what it does by itself; of ElevenLabs' fast models twice as many may run
   * @throws IllegalArgumentException if the vendor has no such limit
   */
  public void limit(Vendor vendor, AccountLimits allowed) {
    parts.studio().limits().set(vendor, allowed);
  }

  /**
   * Requests that were refused for a limit of their key, oldest first.
   *
   * @param vendor whose
   * @return those of the newest requests that have an {@link AskedRequest#limit()}
   */
  public List<AskedRequest> refused(Vendor vendor) {
    return requests().stream().filter(r -> r.vendor() == vendor && r.limit() != null).toList();
  }

  /** Forgets all faults that have not happened yet. */
  public void clearFaults() {
    parts.faults().clear();
  }

  /**
   * Faults that have not happened yet, or will go on happening.
   *
   * @return the rules, oldest first
   */
  public List<FaultRule> pendingFaults() {
    return parts.faults().waiting();
  }

  /**
   * Names of the errors with which a vendor can answer, for {@link Fault.VendorError}.
   *
   * @param vendor whose
   * @return the names
   */
  public Set<String> errors(Vendor vendor) {
    return parts.imitation(vendor).errors().keySet();
  }

  /**
   * What only this vendor does, for {@link Fault.Quirk}.
   *
   * @param vendor whose
   * @return names of quirks by operation
   */
  public Map<String, List<String>> quirks(Vendor vendor) {
    return parts.imitation(vendor).quirks();
  }

  /**
   * The colour in which Google's imitation draws a character, as a flat area in each picture and
   * each frame. Pictures that refer to others keep the colour that they find there.
   *
   * @param name of the character; case and accents do not matter
   * @return {@code 0xRRGGBB}, strong and bright
   */
  public static int signatureOf(String name) {
    return Signature.of(name);
  }

  /**
   * The strong colours of a picture or frame, for tests that want to know who is in it: the figure
   * has the colour of the first picture that was referred to, and each further one has a square in
   * its own at the upper edge.
   *
   * @param picture drawn by Google's imitation, or a frame of its videos
   * @return about the colours of {@link #signatureOf}, {@code 0xRRGGBB}, the largest area first;
   *     encoding moves each channel a little
   */
  public static List<Integer> signaturesIn(BufferedImage picture) {
    return Signature.all(picture);
  }

  /**
   * Every main operation of a vendor with every fault that makes sense for it.
   *
   * @param vendor whose
   * @return the cells of the matrix, in a stable order
   */
  public List<FaultCase> faultCases(Vendor vendor) {
    return FaultMatrix.of(parts.imitation(vendor));
  }

  /**
   * What would have been charged, oldest first.
   *
   * @return the charges, with those of earlier runs when the books are kept
   */
  public List<Charge> charges() {
    return parts.studio().books().charges();
  }

  /**
   * What would have been charged by one vendor, oldest first.
   *
   * @param vendor which
   * @return its charges
   */
  public List<Charge> charges(Vendor vendor) {
    return charges().stream().filter(c -> c.vendor() == vendor).toList();
  }

  /**
   * The newest 200,000 requests, oldest first.
   *
   * @return the requests, with those of earlier runs when the books are kept
   */
  public List<AskedRequest> requests() {
    return parts.studio().books().requests();
  }

  /**
   * The newest requests for one operation, oldest first.
   *
   * @param vendor whose
   * @param operation its name
   * @return the requests
   */
  public List<AskedRequest> requests(Vendor vendor, String operation) {
    return requests().stream()
        .filter(r -> r.vendor() == vendor && r.operation().equals(operation))
        .toList();
  }

  /**
   * Credentials that arrived where they do not belong.
   *
   * @return the leaks, oldest first
   */
  public List<Leak> leaks() {
    return parts.studio().books().leaks();
  }

  /**
   * Makes a recording known to the transcribing vendors.
   *
   * @param audio any file with sound that ffmpeg reads
   * @param words what is said in it, with times from its start
   * @throws IOException if it cannot be read
   * @throws InterruptedException if the thread was interrupted
   */
  public void register(Path audio, List<WordTiming> words)
      throws IOException, InterruptedException {
    spoken().register(audio, words, "en");
  }

  /**
   * Finds a known recording again.
   *
   * @param audio any file with sound that ffmpeg reads
   * @return what is said in it; empty if it is not known
   * @throws IOException if it cannot be read
   * @throws InterruptedException if the thread was interrupted
   */
  public Optional<Heard> hear(Path audio) throws IOException, InterruptedException {
    return spoken().hear(audio);
  }

  /**
   * All speech that the sandbox knows.
   *
   * @return the register
   */
  public SpokenAudio spoken() {
    return parts.studio().spoken();
  }

  /** Cuts all connections, stops all work and deletes the media. The books stay. */
  @Override
  public void close() {
    parts.close();
  }
}
