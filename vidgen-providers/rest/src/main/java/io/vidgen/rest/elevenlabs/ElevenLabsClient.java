package io.vidgen.rest.elevenlabs;

import io.vidgen.rest.internal.elevenlabs.Account;
import java.util.List;

/**
 * Looks around in an account of ElevenLabs: voices, models, credit. Everything here is free, and
 * may need permissions that a key for speech alone does not have. Safe for use by several threads.
 */
public final class ElevenLabsClient {
  private final Account account;

  private ElevenLabsClient(ElevenLabsOptions options) {
    this.account = new Account(options);
  }

  /**
   * Makes a client; connects to nothing.
   *
   * @param options key and address
   * @return the client
   */
  public static ElevenLabsClient create(ElevenLabsOptions options) {
    return new ElevenLabsClient(options);
  }

  /**
   * All voices of the account, page by page.
   *
   * @param search words to look for in name, description and labels; blank for all
   * @return the voices, 10,000 at most
   * @throws io.vidgen.error.VidgenException if the vendor does not answer or refuses
   */
  public List<ElevenLabsVoice> voices(String search) {
    return account.voices(search);
  }

  /**
   * The models that speak.
   *
   * @return the models with their present limits
   * @throws io.vidgen.error.VidgenException if the vendor does not answer or refuses
   */
  public List<ElevenLabsModel> models() {
    return account.models();
  }

  /**
   * What is left in this period.
   *
   * @return the subscription
   * @throws io.vidgen.error.VidgenException if the vendor does not answer or refuses
   */
  public ElevenLabsSubscription subscription() {
    return account.subscription();
  }
}
