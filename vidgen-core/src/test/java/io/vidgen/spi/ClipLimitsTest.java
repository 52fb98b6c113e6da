package io.vidgen.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipLimitsTest {
  private static final Duration SEVEN = Duration.ofSeconds(7);

  @Test
  void build_nothingSaid_isPlain() {
    assertThat(ClipLimits.builder().build()).isEqualTo(ClipLimits.PLAIN);
    assertThat(ClipLimits.PLAIN.extendable()).isFalse();
  }

  @Test
  void toBuilder_anyLimits_makesEqualOnes() {
    var limits =
        ClipLimits.builder()
            .lengths(List.of(SEVEN))
            .extensions(SEVEN, 3, Duration.ofMinutes(1))
            .maxReferences(2)
            .extensionReferences(true)
            .firstFrame(true)
            .lastFrame(true)
            .retention(Duration.ofDays(1))
            .build();

    assertThat(limits.toBuilder().build()).isEqualTo(limits);
  }

  @Test
  void build_valuesThatCannotBe_areNamed() {
    var below = Duration.ofSeconds(-1);
    refused("lengths", ClipLimits.builder().lengths(List.of(Duration.ZERO)));
    refused("extension", ClipLimits.builder().extensions(Duration.ZERO, 5, SEVEN));
    refused("extension", ClipLimits.builder().extensions(below, 0, SEVEN));
    refused("maxExtensions", ClipLimits.builder().extensions(SEVEN, -5, SEVEN));
    refused("maxLength", ClipLimits.builder().extensions(SEVEN, 5, Duration.ZERO));
    refused("maxReferences", ClipLimits.builder().maxReferences(-3));
    refused("firstFrame", ClipLimits.builder().lastFrame(true));
    refused("retention", ClipLimits.builder().retention(below));
  }

  private static void refused(String field, ClipLimits.Builder builder) {
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(field);
  }

  @Test
  void clipRequest_valuesThatCannotBe_areNamed() {
    refused("prompt", ClipRequest.builder(" "));
    refused("duration", ClipRequest.builder("a lake").duration(Duration.ZERO));
    refused("take", ClipRequest.builder("a lake").take(-1));
    refused("repeat", ClipRequest.builder("a lake").repeat(-1));
    assertThat(ClipRequest.builder("a lake").build().duration()).hasSeconds(8);
  }

  private static void refused(String field, ClipRequest.Builder builder) {
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(field);
  }

  @Test
  void vendorVideo_extended_countsAndKeepsItsProvider() {
    var size = new VideoFormat(720, 1280);
    var first = VendorVideo.of("mine", "a", Instant.EPOCH, SEVEN, size);

    var longer = first.extended("b", Instant.MAX, SEVEN.multipliedBy(2));

    assertThat(longer.extensions()).isEqualTo(1);
    assertThat(longer.provider()).isEqualTo("mine");
    assertThat(longer.format()).isEqualTo(size);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VendorVideo.of("mine", "a", Instant.EPOCH, Duration.ZERO, size))
        .withMessageContaining("duration");
  }
}
