package io.vidgen.rest.internal.http;

import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Builds a {@link VendorClient}. */
public final class VendorClientBuilder {
  private final String provider;
  private final URI base;
  private final List<Secret> secrets = new ArrayList<>();
  private Supplier<Map<String, String>> credentials = Map::of;
  private ErrorMapper errors = StatusErrors::map;
  private ClientLimits limits = ClientLimits.DEFAULT;
  private AddressRules addresses = AddressRules.publicOnly();

  private InstantSource clock = InstantSource.system();

  VendorClientBuilder(String provider, URI base) {
    this.provider = provider;
    this.base = base;
  }

  /**
   * Headers that carry credentials, asked for at each send and sent to the base address only.
   *
   * @param headers names and values
   * @return this
   */
  public VendorClientBuilder credentials(Supplier<Map<String, String>> headers) {
    this.credentials = headers;
    return this;
  }

  /**
   * Adds a secret that is removed, in all its encodings, from whatever the vendor answers before it
   * is shown.
   *
   * @param secret the secret
   * @return this
   */
  public VendorClientBuilder addSecret(Secret secret) {
    secrets.add(secret);
    return this;
  }

  /**
   * Who maps errors; by their status alone by default.
   *
   * @param mapper the vendor's mapper
   * @return this
   */
  public VendorClientBuilder errors(ErrorMapper mapper) {
    this.errors = mapper;
    return this;
  }

  /**
   * Times and sizes; {@link ClientLimits#DEFAULT} by default.
   *
   * @param values the limits
   * @return this
   */
  public VendorClientBuilder limits(ClientLimits values) {
    this.limits = values;
    return this;
  }

  /**
   * Where files may be downloaded from, besides the base address's own host; public hosts by
   * default.
   *
   * @param rules the rules
   * @return this
   */
  public VendorClientBuilder addresses(AddressRules rules) {
    this.addresses = rules;
    return this;
  }

  /**
   * The time, for delays that are asked for as a date and for how long a dead host is left alone;
   * the system's by default.
   *
   * @param source the time
   * @return this
   */
  public VendorClientBuilder clock(InstantSource source) {
    this.clock = source;
    return this;
  }

  /**
   * Finishes; connects to nothing.
   *
   * @return the client
   */
  public VendorClient build() {
    var scrubber = new Scrubber(secrets);
    var failures = new Failures(provider, scrubber, errors, clock);
    var requests = new Requests(base, credentials);
    var watch = new CallWatch(provider);
    var guard = new AddressGuard(addresses.and(requests.base().host(), requests.base().port()));
    var exchange =
        new Exchange(provider, requests, failures, scrubber, new HostGuard(provider, clock), watch);
    var http = new HttpClients();
    var downloads = http.download(guard, limits.downloadStall());
    return new VendorClient(
        new ClientParts(
            limits,
            exchange,
            failures,
            new SubmitPace(limits.maxSubmits()),
            new Downloader(downloads, guard, failures, scrubber, watch, null),
            new Downloader(
                downloads,
                guard,
                failures,
                scrubber,
                watch,
                new OwnHost(requests.base(), credentials)),
            http.submit(limits.submitStall()),
            http.ask(limits.askStall()),
            clock));
  }
}
