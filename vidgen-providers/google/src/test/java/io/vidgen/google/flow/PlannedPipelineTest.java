package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Problem;
import io.vidgen.google.GeminiOptions;
import io.vidgen.google.GeminiScriptProvider;
import io.vidgen.google.GoogleOptions;
import io.vidgen.google.NanoBananaImageProvider;
import io.vidgen.google.NanoBananaOptions;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoOptions.ExtensionBilling;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.job.Narrated;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Artifact;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For random renders by Google: what a plan says is what the sandbox charges. */
class PlannedPipelineTest extends PlannedAndSpentFixture {
  @Test
  void pipeline_randomRequests_spendWhatIsPlanned() {
    render(30);
  }

  @Test
  @Tag("soak")
  void pipeline_manyRequests_spendWhatIsPlanned() {
    render(500);
  }
}
