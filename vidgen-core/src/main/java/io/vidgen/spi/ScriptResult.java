package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.model.Script;
import java.util.List;

/**
 * A script.
 *
 * @param script the script
 */
public record ScriptResult(Script script) implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of();
  }
}
