package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Code of docs/veo.md. */
class VeoDocTest {

  @Test
  void provider_asInTheGuide_isMade() {
    var key = FakeGoogle.KEY;
    var address = URI.create("http://127.0.0.1:9");
    // tag::veo[]
    var google = GoogleOptions.builder(Secret.of(key)).url(address).build();
    var veo =
        new VeoVideoProvider(
            VeoOptions.builder(google).model("veo-3.1-fast-generate-preview").build());
    // end::veo[]

    assertThat(veo.model()).isEqualTo("veo-3.1-fast-generate-preview");
    assertThat(veo).hasToString(veo.toString()).asString().doesNotContain(key);
  }
}
