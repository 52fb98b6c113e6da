package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.testkit.FakeCallContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardImageProviderTest {
  private static final VideoFormat SMALL = new VideoFormat(270, 480);

  private final ImageProvider storyboard =
      new StoryboardImageProviderFactory().create(Settings.none());
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_sameRequest_samePicture() throws Exception {
    assertThat(draw("a boat on the sea", "", SMALL, 0).image())
        .isEqualTo(draw("a boat on the sea", "", SMALL, 0).image());
  }

  @Test
  void call_otherPromptStyleOrTake_otherPicture() throws Exception {
    Set<Artifact> pictures = new HashSet<>();
    for (String prompt : List.of("the sea", "the sea at night", "one idea", "two ideas", "zebra")) {
      pictures.add(draw(prompt, "", SMALL, 0).image());
      pictures.add(draw(prompt, "watercolour", SMALL, 0).image());
      pictures.add(draw(prompt, "", SMALL, 1).image());
    }

    assertThat(pictures).hasSize(15);
  }

  @ParameterizedTest
  @CsvSource({"1080,1920", "1920,1080", "1080,1080", "16,16", "640,18", "202,360"})
  void call_format_isThePicturesSize(int width, int height) throws Exception {
    BufferedImage picture = read(draw("winter forest", "", new VideoFormat(width, height), 0));

    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mountain",
        "desert",
        "road",
        "sea",
        "whale underwater",
        "forest",
        "snow in winter",
        "city",
        "rain",
        "planet",
        "aurora",
        "storm",
        "lanterns",
        "coffee",
        "books",
        "yoga",
        "idea",
        "music",
        "money",
        "technology",
        "fire",
        "a sunny blue sky at noon",
        "sun on the ice"
      })
  void call_anyMotif_leavesCaptionsReadableAndIsNoPlainSurface(String prompt) throws Exception {
    BufferedImage picture = read(draw(prompt, "", SMALL, 0));

    int least = 255;
    int most = 0;
    for (int y = 0; y < picture.getHeight(); y += 2) {
      for (int x = 0; x < picture.getWidth(); x += 2) {
        int rgb = picture.getRGB(x, y);
        least = Math.min(least, rgb >> 8 & 255);
        most = Math.max(most, rgb >> 8 & 255);
        if (y > picture.getHeight() * 0.7) {
          assertThat(1.05 / (luminance(rgb) + 0.05))
              .as("white text at %s,%s", x, y)
              .isGreaterThan(3);
        }
      }
    }
    assertThat(most - least).isGreaterThan(60);
  }

  @ParameterizedTest
  @CsvSource({"400,300", "300,900", "40,40", "1200,100"})
  void call_reference_isInThePicture(int width, int height) throws Exception {
    Artifact reference = picture(width, height, 0xFF00FF);
    var request =
        new ImageRequest("forest", "", new VideoFormat(540, 960), List.of(reference), null, 0);

    BufferedImage drawn = read(work().call(request, call));

    int rgb = drawn.getRGB(270, 336);
    assertThat(rgb >> 16 & 255).isGreaterThan(200);
    assertThat(rgb >> 8 & 255).isLessThan(40);
    assertThat(rgb & 255).isGreaterThan(200);
    int corner = drawn.getRGB(5, 5);
    assertThat(corner >> 8 & 255).isGreaterThan((corner >> 16 & 255) / 2);
  }

  @Test
  void call_referenceThatIsNoPicture_isAnInvalidRequest() {
    byte[] text = "this is no picture".getBytes(StandardCharsets.UTF_8);
    Artifact reference = call.input(text, "image/png");
    var request = new ImageRequest("forest", "", SMALL, List.of(reference), null, 0);

    assertThatThrownBy(() -> work().call(request, call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST))
        .hasMessageContaining("reference");
  }

  @Test
  void call_cutReference_isAnInvalidRequest() throws Exception {
    byte[] whole = png(300, 300, 0x00FF00);
    Artifact reference = call.input(Arrays.copyOf(whole, 60), "image/png");
    var request = new ImageRequest("forest", "", SMALL, List.of(reference), null, 0);

    assertThatThrownBy(() -> work().call(request, call)).isInstanceOf(VidgenException.class);
  }

  @Test
  void call_cancelled_stops() {
    call.cancel();

    assertThatThrownBy(() -> draw("forest", "", SMALL, 0))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
  }

  @SuppressWarnings("unchecked")
  private QuickWork<ImageRequest, ImageResult> work() {
    return (QuickWork<ImageRequest, ImageResult>) storyboard.work();
  }

  private ImageResult draw(String prompt, String style, VideoFormat format, int take)
      throws IOException, InterruptedException {
    return work().call(new ImageRequest(prompt, style, format, List.of(), null, take), call);
  }

  private BufferedImage read(ImageResult result) throws IOException {
    return ImageIO.read(call.file(result.image()).toFile());
  }

  private Artifact picture(int width, int height, int rgb) throws IOException {
    return call.input(png(width, height, rgb), "image/png");
  }

  private static byte[] png(int width, int height, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, rgb);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
