package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.AvatarRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider says of itself and of requests, without sending anything. */
final class DidAvatarProviderTest extends DidFixture {
  @Test
  void callLimit_always_leavesRoomForSubmitsAndDownloads() {
    var options =
        vendor
            .options()
            .callLimits(Duration.ofMinutes(20), Duration.ofSeconds(30), Duration.ofHours(2));
    var request = Media.talk(context, Media.HELLO);

    assertThat(new DidAvatarProvider(options.build()).callLimit(request))
        .isGreaterThan(Duration.ofHours(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://host.invalid", "https://me:pw@host.invalid", "ftp://127.0.0.1", "d-id"})
  void address_thatLeaksOrMisleads_isRefused(String address) {
    assertThat(
            catchThrowableOfType(
                VidgenException.class, () -> vendor.options().address(URI.create(address))))
        .hasMessageContaining("vidgen.d-id.url")
        .hasMessageNotContaining("pw");
  }

  @Test
  void check_everythingThatDidWouldRefuse_isAProblem() {
    var face = context.input(Media.png(), "image/png");
    var gif = context.input(Media.png(), "image/gif");
    var large = context.input(new byte[(6 << 20) + 1], "audio/wav");
    var wav = context.input(Media.wav(), "audio/wav");
    var longTalk = timed(face, wav, Duration.ofMinutes(11));
    var longClip =
        new AvatarRequest(null, "amy", null, wav, Locale.ENGLISH, null, 0, Duration.ofMinutes(6));

    assertThat(problems(Media.request(gif, null, "Hello", null, null))).contains("JPEG and PNG");
    assertThat(problems(Media.request(face, null, "Hi", null, null))).contains("3 characters");
    assertThat(problems(Media.request(face, null, "x".repeat(501), null, null))).contains("500");
    assertThat(problems(Media.request(face, null, null, large, null))).contains("6 MB");
    assertThat(problems(longTalk)).contains("10 min");
    assertThat(problems(longClip)).contains("5 min");
    assertThat(problems(Media.request(face, "amy", "Hello", null, null))).contains("only one");
    assertThat(problems(Media.request(face, null, "Hello", null, "amazon:"))).contains("an id");
    assertThat(
            problems(
                new AvatarRequest(
                    face, null, "Saluton", null, Locale.forLanguageTag("eo"), null, 0)))
        .contains("no voice is known for eo");
    assertThat(problems(timed(face, wav, Duration.ofMinutes(6)))).isEmpty();
  }

  @Test
  void capabilities_longestRecording_isThatOfTheProduct() {
    var clips = new DidAvatarProvider(vendor.options().product(DidProduct.CLIPS).build());
    var talks = new DidAvatarProvider(vendor.options().product(DidProduct.TALKS).build());

    assertThat(clips.capabilities().maxDuration()).isEqualTo(Duration.ofMinutes(5));
    assertThat(talks.capabilities().maxDuration()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void check_productThatDoesNotFit_isAProblem() {
    var clips = new DidAvatarProvider(vendor.options().product(DidProduct.CLIPS).build());
    var talks = new DidAvatarProvider(vendor.options().product(DidProduct.TALKS).build());

    assertThat(clips.check(Media.talk(context, Media.HELLO))).hasSize(1);
    assertThat(talks.check(Media.clip("amy", Media.HELLO))).hasSize(1);
  }

  @Test
  void price_perSecond_isExactForARecordingAndARangeForAText() {
    var options =
        vendor.options().pricePerSecond(Money.usd("0.10")).padAudio(Duration.ofSeconds(2)).build();
    var provider = new DidAvatarProvider(options);
    var face = context.input(Media.png(), "image/png");
    var wav = context.input(Media.wav(), "audio/wav");

    assertThat(provider.price(timed(face, wav, Duration.ofSeconds(8))))
        .isEqualTo(Price.exactly(Money.usd("1.00")));
    assertThat(provider.price(Media.talk(context, "x".repeat(180))))
        .isEqualTo(new Price.Range(Money.usd("1.10"), Money.usd("2.20")));
  }

  @Test
  void model_anotherChoice_isAnotherModel() {
    var plain = new DidAvatarProvider(vendor.options().build()).model();

    assertThat(new DidAvatarProvider(vendor.options().stitch(true).build()).model())
        .isNotEqualTo(plain);
    assertThat(
            new DidAvatarProvider(vendor.options().voice(DidVoice.parse("amazon:Joey")).build())
                .model())
        .isNotEqualTo(plain);
  }

  private String problems(AvatarRequest request) {
    return String.join("; ", provider().check(request).stream().map(Object::toString).toList());
  }
}
