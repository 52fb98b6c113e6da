package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.AvatarProviderContract;
import io.vidgen.testkit.FakeCallContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Talks of the sandbox. */
class DidSandboxContractTest extends AvatarProviderContract {
  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().scale(0.01).requireKey(Vendor.DID, Secret.of(FakeDid.KEY)).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static DidOptionsBuilder options() {
    return DidOptions.builder(Secret.of(FakeDid.KEY))
        .address(URI.create(sandbox.url(Vendor.DID)))
        .pollTimes(Duration.ofMillis(100), Duration.ofMinutes(5))
        .reconcile(true, Duration.ZERO);
  }

  @Override
  protected AvatarProvider provider() {
    return new DidAvatarProvider(options().build());
  }

  @Override
  protected AvatarRequest request(FakeCallContext context) {
    var face = context.input(Media.picture(), "image/png");
    return Media.request(face, null, Media.HELLO, null, null);
  }

  @Override
  protected List<AvatarRequest> requestsItCannotServe(FakeCallContext context) {
    var face = context.input(Media.picture(), "image/png");
    return List.of(
        Media.request(face, null, "Hi", null, null),
        Media.request(face, "amy", Media.HELLO, null, null),
        Media.request(null, null, Media.HELLO, null, null),
        Media.request(face, null, "x".repeat(501), null, null),
        new AvatarRequest(face, null, "Saluton", null, Locale.forLanguageTag("eo"), null, 0));
  }

  @ParameterizedTest
  @EnumSource(DidAuth.class)
  void credits_eachAuth_areShown(DidAuth auth) {
    assertThat(DidClient.of(options().auth(auth).build()).credits()).isPresent();
  }

  @Test
  void client_catalogue_isRead() {
    var client = DidClient.of(options().build());

    var presenters = client.presenters(2, null);
    assertThat(presenters.items()).hasSize(2);
    assertThat(client.presenters(2, presenters.next()).items()).hasSize(2);
    assertThat(client.presenter("amy-jcwCkr1grs").name()).isEqualTo("Amy");
    assertThat(client.drivers("amy-jcwCkr1grs")).isNotEmpty();
    assertThat(client.voices("microsoft")).isNotEmpty();
    assertThat(sandbox.leaks()).isEmpty();
  }
}
