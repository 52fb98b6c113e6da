package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class FastFallbackTest {

  @Test
  void off_okHttp5_triesAddressesOneAfterTheOther() {
    assertThat(new OkHttpClient().fastFallback()).isTrue();
    assertThat(FastFallback.off(new OkHttpClient.Builder()).build().fastFallback()).isFalse();
  }
}
