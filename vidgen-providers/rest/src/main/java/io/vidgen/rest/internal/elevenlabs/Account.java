package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.rest.elevenlabs.ElevenLabsModel;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSubscription;
import io.vidgen.rest.elevenlabs.ElevenLabsVoice;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.VendorClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads an account. */
public final class Account {
  private static final String PAGE = "100";
  private static final int MOST_PAGES = 100;

  private final VendorClient client;

  /** Connects to nothing. */
  public Account(ElevenLabsOptions options) {
    this.client = Api.client(options);
  }

  /** Voices; a page may hold more than was asked, so only {@code has_more} ends the list. */
  public List<ElevenLabsVoice> voices(String search) {
    var voices = new ArrayList<ElevenLabsVoice>();
    var token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      var call =
          ApiCall.get("v2", "voices")
              .query("page_size", PAGE)
              .query("include_total_count", "false");
      if (!search.isBlank()) {
        call.query("search", search);
      }
      if (!token.isEmpty()) {
        call.query("next_page_token", token);
      }
      var answer = client.ask(call.build()).json();
      answer.path("voices").forEach(one -> voices.add(voice(one)));
      var next = Json.text(answer, "next_page_token").orElse("");
      if (!Json.isTrue(answer, "has_more") || next.isEmpty() || next.equals(token)) {
        break;
      }
      token = next;
    }
    return List.copyOf(voices);
  }

  /** Models that speak. */
  public List<ElevenLabsModel> models() {
    var models = new ArrayList<ElevenLabsModel>();
    for (var one : client.ask(LiveModels.list()).json()) {
      if (Json.isTrue(one, "can_do_text_to_speech")) {
        models.add(model(one));
      }
    }
    return List.copyOf(models);
  }

  /** The subscription. */
  public ElevenLabsSubscription subscription() {
    var answer = client.ask(ApiCall.get("v1", "user", "subscription").build()).json();
    var reset = Json.number(answer, "next_character_count_reset_unix");
    return new ElevenLabsSubscription(
        Json.text(answer, "tier").orElse(""),
        Json.text(answer, "status").orElse(""),
        Json.number(answer, "character_count").orElse(0.0).longValue(),
        Json.number(answer, "character_limit").orElse(0.0).longValue(),
        Json.isTrue(answer, "can_extend_character_limit"),
        reset.map(seconds -> Instant.ofEpochSecond(seconds.longValue())).orElse(null));
  }

  private static ElevenLabsVoice voice(JsonNode one) {
    var labels = new LinkedHashMap<String, String>();
    for (var label : one.path("labels").properties()) {
      labels.put(label.getKey(), label.getValue().asText());
    }
    return new ElevenLabsVoice(
        Json.text(one, "voice_id").orElse(""),
        Json.text(one, "name").orElse(""),
        Json.text(one, "category").orElse(""),
        Json.text(one, "description").orElse(""),
        labels);
  }

  private static ElevenLabsModel model(JsonNode one) {
    var languages = new HashSet<String>();
    one.path("languages")
        .forEach(language -> Json.text(language, "language_id").ifPresent(languages::add));
    return new ElevenLabsModel(
        Json.text(one, "model_id").orElse(""),
        Json.text(one, "name").orElse(""),
        LiveModels.limit(one).orElse(0),
        languages,
        Json.number(one, "model_rates", "character_cost_multiplier").orElse(1.0));
  }
}
