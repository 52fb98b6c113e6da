package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.util.List;

/** What a provider made: a record of artifacts and plain values, kept in the ledger as JSON. */
public interface ProviderResult {

  /**
   * Every artifact that the result needs to be of use.
   *
   * @return the artifacts
   */
  List<Artifact> artifacts();
}
