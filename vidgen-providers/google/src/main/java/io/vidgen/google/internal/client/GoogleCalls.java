package io.vidgen.google.internal.client;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosOperation;
import com.google.genai.types.GenerateVideosSource;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import io.vidgen.google.GoogleOptions;
import io.vidgen.rest.internal.http.AddressRules;
import io.vidgen.rest.internal.http.ClientLimits;
import io.vidgen.rest.internal.http.ErrorMapper;
import io.vidgen.rest.internal.http.Expected;
import io.vidgen.rest.internal.http.Received;
import io.vidgen.rest.internal.http.Scrubber;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Calls of Google's SDK that keep the rules of {@link VendorClient}: one request a call, a
 * deadline, an end on cancel, and failures whose kind and charge are right. The key goes to the
 * configured host only and never to the SDK. Connects to nothing until the first call; needs no
 * closing. Safe for use by many threads.
 */
public final class GoogleCalls {
  /** What the SDK gets in place of a key: it wants one, and only our own client sends one. */
  private static final String NO_KEY = "set-by-vidgen";

  /** Answers of the Gemini API hold pictures at most; those of the platform hold whole videos. */
  private static final int ANSWER = 64 << 20;

  private static final int PLATFORM_ANSWER = 192 << 20;

  /** Google's have 39 characters; a short one may occur in a picture by chance. */
  private static final int SHORTEST_KEY = 16;

  private final GoogleOptions options;
  private final VendorClient http;
  private final VendorClient storage;
  private final HttpUrl buckets;
  private final SdkTransport transport;
  private final Scrubber scrubber;
  private @Nullable Client sdk;

  /**
   * For one provider.
   *
   * @param provider its id
   * @param options how Google is reached
   * @param credentials headers that go to the configured host only, asked for at each call
   * @param errors what its errors mean
   */
  public GoogleCalls(
      String provider,
      GoogleOptions options,
      Supplier<Map<String, String>> credentials,
      ErrorMapper errors) {
    this.options = options;
    buckets = HttpUrl.get(buckets(options.url()).toString());
    http = client(provider, options.url(), credentials, errors);
    storage = client(provider, buckets.uri(), credentials, errors);
    scrubber = new Scrubber(options.key().stream().toList());
    var base = HttpUrl.get(options.url().toString());
    transport = new SdkTransport(base, http, this::withoutKey);
  }

  /**
   * Generates text or pictures; may cost money.
   *
   * @param model id of the model
   * @param contents what is asked
   * @param config how
   * @param context deadline and cancellation
   * @return the answer
   */
  public GenerateContentResponse generateContent(
      String model, List<Content> contents, GenerateContentConfig config, CallContext context) {
    var call = SdkCall.paid("a request to " + model, context, options.timeout());
    return transport.run(call, () -> sdk().models.generateContent(model, contents, config));
  }

  /**
   * Starts a video; may cost money.
   *
   * @param model id of the model
   * @param source what is asked
   * @param config how
   * @param context deadline and cancellation
   * @return the operation, which may lack a name
   */
  public GenerateVideosOperation generateVideos(
      String model, GenerateVideosSource source, GenerateVideosConfig config, CallContext context) {
    var call = SdkCall.paid("a request to " + model, context, options.timeout());
    return transport.run(call, () -> sdk().models.generateVideos(model, source, config));
  }

  /**
   * Asks for the state of a video.
   *
   * @param name of the operation, checked before
   * @param context deadline and cancellation
   * @return the operation
   */
  public GenerateVideosOperation operation(String name, CallContext context) {
    var call = SdkCall.question("a question after " + name, context);
    var operation = GenerateVideosOperation.builder().name(name).build();
    return transport.run(call, () -> sdk().operations.getVideosOperation(operation, null));
  }

  /**
   * Fetches a file from the service's own host, with the credentials; leads on to no other host.
   *
   * @param address where it is
   * @param expected what it must be
   * @param context deadline, cancellation and work directory
   * @return the file
   * @throws io.vidgen.rest.internal.http.ExpiredAddressException if there is no such file
   * @throws IOException if it cannot be written
   */
  public Received download(URI address, Expected expected, CallContext context) throws IOException {
    return http.downloadOwn(address, expected, context);
  }

  /**
   * Fetches a file from a bucket, with the credentials
   * (docs.cloud.google.com/storage/docs/json_api/v1/objects/get, read 2026-11).
   *
   * @param bucket its name
   * @param object name of the file in it
   * @param expected what it must be
   * @param context deadline, cancellation and work directory
   * @return the file
   * @throws io.vidgen.rest.internal.http.ExpiredAddressException if there is no such file
   * @throws IOException if it cannot be written
   */
  public Received downloadObject(
      String bucket, String object, Expected expected, CallContext context) throws IOException {
    var address =
        buckets
            .newBuilder()
            .addPathSegments("storage/v1/b")
            .addPathSegment(bucket)
            .addPathSegment("o")
            .addPathSegment(object)
            .addQueryParameter("alt", "media");
    return storage.downloadOwn(address.build().uri(), expected, context);
  }

  /**
   * Google's words as they may be shown: without credentials, whoever's they are.
   *
   * @param text a part of an answer
   * @return the text with {@code ***} in their place
   */
  public String clean(String text) {
    return scrubber.clean(text);
  }

  /** Answers repeat the key now and then, also in good ones: in addresses and in reasons. */
  private String withoutKey(String answer) {
    return options
        .key()
        .map(Secret::reveal)
        .filter(key -> key.length() >= SHORTEST_KEY)
        .map(key -> answer.replace(key, "***"))
        .orElse(answer);
  }

  /** Built at the first call, since loading the SDK's classes takes up to a second. */
  private synchronized Client sdk() {
    var ready = sdk;
    if (ready == null) {
      ready = build();
      sdk = ready;
    }
    return ready;
  }

  private Client build() {
    var once =
        HttpRetryOptions.builder().attempts(1).initialDelay(0.0).httpStatusCodes(List.of()).build();
    var builder =
        Client.builder()
            .vertexAI(options.isPlatform())
            .httpOptions(
                HttpOptions.builder().baseUrl(options.url().toString()).retryOptions(once).build())
            .clientOptions(
                ClientOptions.builder().customHttpClient(transport.httpClient()).build());
    if (options.isPlatform()) {
      options.project().ifPresent(builder::project);
      options.location().ifPresent(builder::location);
      builder.credentials(GoogleCredentials.create(new AccessToken(NO_KEY, null)));
    } else {
      builder.apiKey(NO_KEY);
    }
    return builder.build();
  }

  private VendorClient client(
      String provider, URI base, Supplier<Map<String, String>> credentials, ErrorMapper errors) {
    var builder =
        VendorClient.builder(provider, base)
            .credentials(credentials)
            .errors(errors)
            .limits(limits(options))
            .addresses(AddressRules.publicOnly());
    options.key().ifPresent(builder::addSecret);
    return builder.build();
  }

  /** Google's own storage for Google's own hosts; whoever stands in for Google does so for all. */
  private static URI buckets(URI service) {
    var host = service.getHost();
    return host != null && host.toLowerCase(Locale.ROOT).endsWith(".googleapis.com")
        ? URI.create("https://storage.googleapis.com")
        : service;
  }

  private static ClientLimits limits(GoogleOptions options) {
    var stall = options.timeout();
    return ClientLimits.DEFAULT
        .submit(options.timeout(), stall)
        .ask(Duration.ofSeconds(60), Duration.ofSeconds(30))
        .answerBytes(options.isPlatform() ? PLATFORM_ANSWER : ANSWER)
        .places(options.concurrency());
  }
}
