package io.vidgen.sandbox.internal.vendor;

import io.vidgen.sandbox.internal.coqui.CoquiImitation;
import io.vidgen.sandbox.internal.did.DidImitation;
import io.vidgen.sandbox.internal.elevenlabs.ElevenLabsImitation;
import io.vidgen.sandbox.internal.google.GoogleImitation;
import io.vidgen.sandbox.internal.lipsync.LipSyncImitation;
import io.vidgen.sandbox.internal.whisper.WhisperImitation;
import java.util.List;

/** All vendors. */
public final class Imitations {

  private Imitations() {}

  /** One imitation of each vendor. */
  public static List<VendorImitation> all(Studio studio) {
    return List.of(
        new DidImitation(studio),
        new ElevenLabsImitation(studio),
        new CoquiImitation(studio),
        new WhisperImitation(studio),
        new LipSyncImitation(studio),
        new GoogleImitation(studio));
  }
}
