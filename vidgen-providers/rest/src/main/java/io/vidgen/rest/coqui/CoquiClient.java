package io.vidgen.rest.coqui;

import io.vidgen.rest.internal.coqui.CoquiServer;
import java.util.List;

/** Asks a Coqui server what it can do; speaks nothing. Safe for use by several threads. */
public final class CoquiClient {
  private final CoquiServer server;

  /**
   * A client; connects to nothing.
   *
   * @param options where the server is
   */
  public CoquiClient(CoquiOptions options) {
    this.server = new CoquiServer(options);
  }

  /**
   * Lists the voices ({@code GET /voices}). The original server lists its model, the idiap fork
   * every speaker of a model that has several.
   *
   * @return the voices, in the server's order
   * @throws io.vidgen.error.VidgenException if the server cannot be reached or answers something
   *     else
   */
  public List<CoquiVoice> voices() {
    return server.voices();
  }

  /**
   * Finds out whether a Coqui server answers ({@code GET /locales}), the cheapest question that it
   * knows.
   *
   * @throws io.vidgen.error.VidgenException if it cannot be reached or is no Coqui server
   */
  public void probe() {
    server.probe();
  }
}
