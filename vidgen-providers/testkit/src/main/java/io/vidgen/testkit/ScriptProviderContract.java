package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;

/** What every writer of scripts must do. Extend it and say how one is made. */
public abstract class ScriptProviderContract extends ProviderContract<ScriptRequest, ScriptResult> {

  /** For subclasses. */
  protected ScriptProviderContract() {}

  @Override
  protected abstract ScriptProvider provider();

  @Override
  void checkResult(ScriptResult result, ScriptRequest request, FakeCallContext context) {
    var script = result.script();
    assertThat(script.language().getLanguage()).isEqualTo(request.language().getLanguage());
    if (request.scenes() > 0) {
      assertThat(script.scenes()).hasSize(request.scenes());
    }
    assertThat(script.scenes()).anyMatch(scene -> !scene.spokenText().isBlank());
  }
}
