package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that only who shows the key may fetch: where the key goes, and where it never does. */
@Timeout(300)
final class DownloadOwnTest extends DownloadFixture {
  private static final String HEADER = "xi-api-key";

  @Test
  void downloadOwn_ownHost_sendsTheKeyOnce() throws Exception {
    vendor.server.enqueue(film().build());

    var received = own();

    assertThat(Files.readAllBytes(received.file())).isEqualTo(FILM);
    assertThat(keys(vendor.server.takeRequest())).containsExactly(Vendor.KEY);
  }

  @Test
  void downloadOwn_redirectedOnItsHost_sendsTheKeyAlong() throws Exception {
    vendor.server.enqueue(to("/moved?alt=media"));
    vendor.server.enqueue(to(vendor.at("/again").toString()));
    vendor.server.enqueue(film().build());

    assertThat(own().bytes()).isEqualTo(FILM.length);
    for (int hop = 0; hop < 3; hop++) {
      assertThat(keys(vendor.server.takeRequest())).containsExactly(Vendor.KEY);
    }
  }

  /** Another port is another server, even one that plain downloads are allowed to reach. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void downloadOwn_otherPort_isRefusedWithoutConnecting(boolean redirected) throws Exception {
    try (var other = new Vendor()) {
      other.server.enqueue(film().build());
      var rules = AddressRules.allowLocal(List.of("127.0.0.1:" + other.server.getPort()));
      var client = vendor.builder().addresses(rules).limits(Vendor.quick()).build();
      vendor.server.enqueue(to(other.at("/film").toString()));
      var address = redirected ? vendor.at("/film") : other.at("/film");

      var thrown = refused(client, address);

      assertThat(thrown.kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(thrown.failure().charged()).isNull();
      assertThat(thrown).hasMessageNotContaining(Vendor.KEY);
      assertThat(other.server.getRequestCount()).isZero();
      assertThat(vendor.server.getRequestCount()).isEqualTo(redirected ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1:%d/film", "http://key@127.0.0.1:%d/film"})
  void downloadOwn_redirectedToAnotherFormOfItsHost_isRefused(String form) {
    vendor.server.enqueue(to(form.replace("%d", "" + vendor.server.getPort())));

    assertThat(failure(this::own).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void downloadOwn_redirectedForEver_isRefused() {
    for (int i = 0; i < 10; i++) {
      vendor.server.enqueue(to("/again"));
    }

    assertThat(failure(this::own).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(vendor.server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void downloadOwn_breaksOff_goesOnWithFreshCredentials() throws Exception {
    var asked = new AtomicInteger();
    var client =
        vendor
            .builder()
            .credentials(() -> Map.of(HEADER, "token-" + asked.incrementAndGet()))
            .limits(Vendor.quick())
            .build();
    vendor.server.enqueue(brokenFilm());
    vendor.server.enqueue(film().build());

    var received = own(client, vendor.at("/film"));

    assertThat(Files.readAllBytes(received.file())).isEqualTo(FILM);
    assertThat(keys(vendor.server.takeRequest())).containsExactly("token-1");
    var second = vendor.server.takeRequest();
    assertThat(second.getHeaders().get("Range")).startsWith("bytes=");
    assertThat(keys(second)).containsExactly("token-2");
  }

  @Test
  void downloadOwn_noCredentialsToBeHad_saysWhyAndSendsNothing() {
    var client =
        vendor
            .builder()
            .credentials(
                () -> {
                  throw VidgenException.of(FailureKind.AUTHENTICATION, "no token", "log in");
                })
            .build();

    var thrown = refused(client, vendor.at("/film"));

    assertThat(thrown.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(vendor.server.getRequestCount()).isZero();
  }

  @Test
  void downloadOwn_tooLong_isRefusedAndLeavesNoFile() throws Exception {
    vendor.server.enqueue(film().build());
    var small = Expected.of(100_000, MediaKind.MP4);

    var failure =
        failure(() -> vendor.client().downloadOwn(vendor.at("/film"), small, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.message()).contains("100000 bytes");
    assertThat(files()).isEmpty();
  }

  @Test
  void downloadOwn_breaksAlways_leavesOpenWhatWasPaidAndNoFile() throws Exception {
    for (int i = 0; i < 12; i++) {
      vendor.server.enqueue(brokenFilm());
    }

    var failure = failure(this::own);

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isNull();
    assertThat(failure.message()).doesNotContain(Vendor.KEY);
    assertThat(files()).isEmpty();
  }

  /** What is expired is bought again, so a refused key must not be taken for it. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void downloadOwn_keyRefused_isAboutTheKey(int status) {
    vendor.says(status, "text/plain", "who is " + Vendor.KEY + "?");

    var failure = failure(this::own);

    assertThat(failure.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(failure.charged()).isNull();
    assertThat(failure.describe()).doesNotContain(Vendor.KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void downloadOwn_gone_saysSo(int status) {
    vendor.says(status, "application/json", "{}");

    var thrown = catchThrowableOfType(ExpiredAddressException.class, this::own);

    assertThat(thrown.status()).isEqualTo(status);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  private Received own() throws IOException {
    return own(vendor.builder().limits(Vendor.quick()).build(), vendor.at("/film"));
  }

  private Received own(VendorClient client, URI address) throws IOException {
    return client.downloadOwn(address, VIDEO, vendor.context);
  }

  private VidgenException refused(VendorClient client, URI address) {
    return catchThrowableOfType(VidgenException.class, () -> own(client, address));
  }

  private List<Path> files() throws IOException {
    try (var list = Files.list(vendor.context.workDirectory())) {
      return list.toList();
    }
  }

  private static List<String> keys(RecordedRequest request) {
    return request.getHeaders().values(HEADER);
  }

  private static MockResponse to(String target) {
    return new MockResponse.Builder().code(302).addHeaderLenient("Location", target).build();
  }
}
