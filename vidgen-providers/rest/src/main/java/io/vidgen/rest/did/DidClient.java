package io.vidgen.rest.did;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.VendorClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account at D-ID holds: presenters and voices to choose from, credits, videos to look at
 * and to delete. Nothing here costs money. Fields that D-ID adds are ignored. Every method throws a
 * {@link VidgenException} when D-ID cannot be asked or refuses, of kind {@code EXPIRED} for an id
 * that it does not have. Safe for use by several threads.
 */
public final class DidClient {
  private static final String PRESENTERS = "presenters";
  private static final String TALKS = "talks";
  private static final String CLIPS = "clips";

  private final VendorClient client;

  private DidClient(VendorClient client) {
    this.client = client;
  }

  /**
   * Makes a client; connects to nothing.
   *
   * @param options key and address
   * @return the client
   */
  public static DidClient of(DidOptions options) {
    return new DidClient(DidConnection.of(options).plain());
  }

  /**
   * Presenters for clips.
   *
   * @param limit the most on a page, 1 or more
   * @param token {@link DidPage#next()} of the page before, null for the first
   * @return a page
   */
  public DidPage<DidPresenter> presenters(int limit, @Nullable String token) {
    var json = ask(paged(limit, token, CLIPS, PRESENTERS));
    return DidReader.page(json, PRESENTERS, DidReader::presenter);
  }

  /**
   * One presenter.
   *
   * @param id its id
   * @return the presenter
   */
  public DidPresenter presenter(String id) {
    var json = ask(ApiCall.get(CLIPS, PRESENTERS, id));
    // Answered as a list of one by some versions of the API.
    var listed = json.path(PRESENTERS);
    return DidReader.presenter(listed.isArray() ? listed.path(0) : json);
  }

  /**
   * How a presenter can move.
   *
   * @param presenterId the presenter's id
   * @return all drivers
   */
  public List<DidDriver> drivers(String presenterId) {
    var json = ask(ApiCall.get(CLIPS, PRESENTERS, presenterId, "drivers"));
    return DidReader.all(json.path("clips_drivers"), DidReader::driver);
  }

  /**
   * All voices.
   *
   * @return the voices of all services
   */
  public List<DidListedVoice> voices() {
    return DidReader.all(ask(ApiCall.get("tts", "voices")), DidReader::voice);
  }

  /**
   * Voices of one service.
   *
   * @param provider such as {@code microsoft}
   * @return its voices
   */
  public List<DidListedVoice> voices(String provider) {
    var call = ApiCall.get("tts", "voices").query("provider", provider);
    return DidReader.all(ask(call), DidReader::voice);
  }

  /**
   * What is left of the credit.
   *
   * @return the credits; empty when D-ID keeps no record of any
   */
  public Optional<DidCredits> credits() {
    try {
      return Optional.of(DidReader.credits(ask(ApiCall.get("credits"))));
    } catch (VidgenException e) {
      if (e.kind() == FailureKind.EXPIRED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Talks of the account.
   *
   * @param limit the most on a page, 1 or more
   * @param token {@link DidPage#next()} of the page before, null for the first
   * @return a page
   */
  public DidPage<DidVideo> talks(int limit, @Nullable String token) {
    return DidReader.page(ask(paged(limit, token, TALKS)), TALKS, DidReader::video);
  }

  /**
   * Clips of the account.
   *
   * @param limit the most on a page, 1 or more
   * @param token {@link DidPage#next()} of the page before, null for the first
   * @return a page
   */
  public DidPage<DidVideo> clips(int limit, @Nullable String token) {
    return DidReader.page(ask(paged(limit, token, CLIPS)), CLIPS, DidReader::video);
  }

  /**
   * One talk.
   *
   * @param id its id
   * @return the talk
   */
  public DidVideo talk(String id) {
    return DidReader.video(ask(ApiCall.get(TALKS, id)));
  }

  /**
   * One clip.
   *
   * @param id its id
   * @return the clip
   */
  public DidVideo clip(String id) {
    return DidReader.video(ask(ApiCall.get(CLIPS, id)));
  }

  /**
   * Deletes a talk and its video.
   *
   * @param id its id
   */
  public void deleteTalk(String id) {
    delete(TALKS, id);
  }

  /**
   * Deletes a clip and its video.
   *
   * @param id its id
   */
  public void deleteClip(String id) {
    delete(CLIPS, id);
  }

  /**
   * Deletes an uploaded picture. D-ID deletes it by itself after 24 to 48 h.
   *
   * @param id its id
   */
  public void deleteImage(String id) {
    delete("images", id);
  }

  /**
   * Deletes an uploaded recording. D-ID deletes it by itself after 24 to 48 h.
   *
   * @param id its id
   */
  public void deleteAudio(String id) {
    delete("audios", id);
  }

  private static ApiCall.Builder paged(int limit, @Nullable String token, String... path) {
    var call = ApiCall.get(path).query("limit", Integer.toString(limit));
    return token == null ? call : call.query("token", token);
  }

  private JsonNode ask(ApiCall.Builder call) {
    return client.ask(call.build()).json();
  }

  private void delete(String list, String id) {
    client.ask(ApiCall.delete(list, id).answer(ApiCall.Answer.IGNORED).build());
  }
}
