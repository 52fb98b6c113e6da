package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
  private static final Dns NOBODY =
      host -> {
        throw new AssertionError("nothing may be looked up: " + host);
      };

  private static AddressGuard guard(Dns dns, String... local) {
    return new AddressGuard(AddressRules.allowLocal(List.of(local)), dns);
  }

  private static Dns leadsTo(int... firstBytes) {
    return host -> {
      var found = new java.util.ArrayList<InetAddress>();
      for (int first : firstBytes) {
        found.add(InetAddress.getByAddress(host, new byte[] {(byte) first, 1, 1, 1}));
      }
      return found;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host.invalid/a",
        "https://user@host.invalid/a",
        "https://user:pw@host.invalid/a",
        "https://localhost/a",
        "https://LOCALHOST./a",
        "https://a.localhost/a",
        "https://127.0.0.1/a",
        "https://127.0.0.1:8443/a",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://0177.0.0.1/a",
        "https://127.1/a",
        "https://0127.0.0.1/a",
        "https://010.0.0.1/a",
        "https://0300.0250.0.1/a",
        "https://127.00.0.1/a",
        "https://[::1]/a",
        "https://[::ffff:10.0.0.1]/a",
        "https://169.254.169.254/latest",
        "https://１２７.0.0.1/a",
        "ftp://host.invalid/a",
        "file:///etc/passwd",
        "gopher://host.invalid",
        "javascript:alert(1)",
        "//host.invalid/a",
        "",
        "https://"
      })
  void check_forbidden_refused(String address) {
    assertThatThrownBy(() -> guard(NOBODY).check(address)).isInstanceOf(VidgenException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host.invalid/a?b=c",
        "https://host.invalid:8443/a",
        "https://8.8.8.8/a",
        "https://[2606:4700::1111]/a"
      })
  void check_publicOverHttps_allowed(String address) {
    assertThatCode(() -> guard(NOBODY).check(address)).doesNotThrowAnyException();
  }

  @Test
  void check_ownServer_allowedOnItsPortOnly() {
    var guard = guard(NOBODY, "127.0.0.1:8080", "box.lan");

    assertThatCode(() -> guard.check("http://127.0.0.1:8080/a")).doesNotThrowAnyException();
    assertThatCode(() -> guard.check("http://box.lan:99/a")).doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.check("http://127.0.0.1:6379/a"))
        .isInstanceOf(VidgenException.class);
    assertThatThrownBy(() -> guard.check("http://127.0.0.2:8080/a"))
        .isInstanceOf(VidgenException.class);
  }

  @Test
  void check_otherPortOfPublicVendor_asAnyPublicHost() {
    var guard = guard(leadsTo(8), "api.host.invalid:80");

    assertThatCode(() -> guard.check("https://api.host.invalid/a")).doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.check("http://api.host.invalid:81/a"))
        .isInstanceOf(VidgenException.class);
  }

  @Test
  void check_otherPortOfOwnServerWithAPublicName_refused() {
    assertThatThrownBy(
            () -> guard(leadsTo(10), "tts.host.invalid:80").check("https://tts.host.invalid/a"))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("port 443");
    assertThatThrownBy(
            () -> guard(leadsTo(), "tts.host.invalid:80").check("https://tts.host.invalid/a"))
        .isInstanceOf(VidgenException.class);
  }

  @Test
  void lookup_nameThatLeadsInside_refused() {
    assertThatThrownBy(() -> guard(leadsTo(10)).lookup("host.invalid"))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> guard(leadsTo(8, 10)).lookup("host.invalid"))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> guard(leadsTo()).lookup("host.invalid"))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> guard(NOBODY).lookup("a.localhost"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void lookup_publicName_givesWhatWasChecked() throws Exception {
    assertThat(guard(leadsTo(8, 9)).lookup("host.invalid")).hasSize(2);
    assertThat(guard(leadsTo(10), "box.lan").lookup("box.lan")).hasSize(1);
  }
}
