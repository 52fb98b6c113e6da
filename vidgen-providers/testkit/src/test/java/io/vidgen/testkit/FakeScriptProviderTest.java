package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Scene;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FakeScriptProviderTest extends ScriptProviderContract {
  @Override
  protected ScriptProvider provider() {
    return FakeScriptProvider.create();
  }

  @Override
  protected ScriptRequest request(FakeCallContext context) {
    return request(3, 5, null);
  }

  @Test
  void call_clips_areSharedByTheScenes() throws Exception {
    var written = write(request(3, 5, null));

    assertThat(written).hasSize(3);
    assertThat(written.stream().mapToInt(Scene::clips)).containsOnly(1, 2);
    assertThat(written.stream().mapToInt(Scene::clips).sum()).isEqualTo(5);
  }

  @Test
  void call_revision_isMilderAndAsLong() throws Exception {
    var scene =
        new Scene("", List.of(), "a " + FakeVideoProvider.FILTERED, "", null, null, null, 2);

    var written = write(request(0, 2, new ScriptRequest.Revision(scene, "refused")));

    assertThat(written).hasSize(1);
    assertThat(written.get(0).visual()).doesNotContain(FakeVideoProvider.FILTERED);
    assertThat(written.get(0).clips()).isEqualTo(2);
  }

  private static List<Scene> write(ScriptRequest request) throws Exception {
    try (var context = FakeCallContext.create()) {
      return FakeScriptProvider.create().work().call(request, context).script().scenes();
    }
  }

  private static ScriptRequest request(int scenes, int clips, ScriptRequest.Revision revision) {
    return new ScriptRequest(
        "lakes", List.of(), Duration.ofSeconds(36), Locale.ENGLISH, scenes, clips, revision, 0);
  }
}
