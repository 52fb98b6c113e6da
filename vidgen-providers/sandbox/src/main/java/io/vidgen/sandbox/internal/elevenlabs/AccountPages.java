package io.vidgen.sandbox.internal.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Models, voices and the subscription. */
final class AccountPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A voice whose times are always missing. */
  static final String WITHOUT_TIMES = "WithoutTimes00000000";

  /** A voice whose times collapse, as those of the vendor sometimes do. */
  static final String COLLAPSING = "CollapsedTimes000000";

  private static final int EXTRA_VOICES = 130;
  private static final int LARGEST_PAGE = 100;
  private static final long MONTH = 30L * 24 * 3600;

  private record Voice(String id, String name, String category) {}

  private final Studio studio;
  private final List<Voice> voices = new ArrayList<>();

  AccountPages(Studio studio) {
    this.studio = studio;
    voices.add(new Voice("JBFqnCBsd6RMkjVDRZzb", "George", "premade"));
    voices.add(new Voice("21m00Tcm4TlvDq8ikWAM", "Rachel", "premade"));
    voices.add(new Voice(WITHOUT_TIMES, "Sandbox: no times", "generated"));
    voices.add(new Voice(COLLAPSING, "Sandbox: collapsing times", "generated"));
    for (int i = 1; i <= EXTRA_VOICES; i++) {
      var number = String.format(Locale.ROOT, "%03d", i);
      voices.add(new Voice("SandboxVoice00000" + number, "Voice " + number, "cloned"));
    }
  }

  Reply models(Call call) {
    var all = JSON.createArrayNode();
    for (var model : Model.ALL) {
      var node =
          all.addObject()
              .put("model_id", model.id())
              .put("name", model.name())
              .put("can_be_finetuned", false)
              .put("can_do_text_to_speech", true)
              .put("can_do_voice_conversion", false)
              .put("can_use_style", true)
              .put("can_use_speaker_boost", true)
              .put("serves_pro_voices", false)
              .put("token_cost_factor", model.cost())
              .put("description", "Imitated.")
              .put("requires_alpha_access", false)
              .put("max_characters_request_free_user", model.limit())
              .put("max_characters_request_subscribed_user", model.limit())
              .put("maximum_text_length_per_request", model.limit())
              .put("concurrency_group", "standard");
      var languages = node.putArray("languages");
      for (var code : model.languages()) {
        var name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        languages.addObject().put("language_id", code).put("name", name);
      }
      node.putObject("model_rates").put("character_cost_multiplier", model.cost());
    }
    return Reply.json(200, all);
  }

  Reply voices(Call call) {
    var asked = call.query("page_size").orElse("10");
    if (!asked.matches("[0-9]{1,3}") || Integer.parseInt(asked) > LARGEST_PAGE) {
      return Problems.named("invalid_page_size");
    }
    var token = call.query("next_page_token").orElse("0");
    if (!token.matches("[0-9]{1,6}")) {
      return Problems.named("invalid_cursor");
    }
    var search = call.query("search").orElse("").toLowerCase(Locale.ROOT);
    var found =
        voices.stream().filter(v -> v.name().toLowerCase(Locale.ROOT).contains(search)).toList();
    int from = Math.min(found.size(), Integer.parseInt(token));
    // The first page brings more than was asked, as the vendor's does.
    int size = Math.max(1, Integer.parseInt(asked)) + (from == 0 ? 2 : 0);
    int to = Math.min(found.size(), from + size);
    var page = JSON.createObjectNode();
    var list = page.putArray("voices");
    found.subList(from, to).forEach(voice -> list.add(node(voice)));
    page.put("has_more", to < found.size()).put("total_count", found.size());
    if (to < found.size()) {
      page.put("next_page_token", String.valueOf(to));
    } else {
      page.putNull("next_page_token");
    }
    return Reply.json(200, page);
  }

  Reply subscription(Call call) {
    var used = studio.books().total(Vendor.ELEVENLABS, SpeechDesk.UNIT).longValue();
    var node =
        JSON.createObjectNode()
            .put("tier", "creator")
            .put("character_count", used)
            .put("character_limit", studio.credits().longValue())
            .put("max_character_limit_extension", 0)
            .put("max_credit_limit_extension", 0)
            .put("can_extend_character_limit", false)
            .put("allowed_to_extend_character_limit", false)
            .put(
                "next_character_count_reset_unix",
                studio.clock().instant().getEpochSecond() + MONTH)
            .put("voice_slots_used", 4)
            .put("professional_voice_slots_used", 0)
            .put("professional_voice_slots_used_in_workspace", 0)
            .put("voice_limit", 30)
            .put("voice_add_edit_counter", 0)
            .put("professional_voice_limit", 1)
            .put("can_extend_voice_limit", false)
            .put("can_use_instant_voice_cloning", true)
            .put("can_use_professional_voice_cloning", true)
            .put("currency", "usd")
            .put("status", "active")
            .put("has_open_invoices", false);
    node.putObject("current_overage").put("amount", "0").put("currency", "usd");
    node.putArray("open_invoices");
    return Reply.json(200, node);
  }

  private static ObjectNode node(Voice voice) {
    var node =
        JSON.createObjectNode()
            .put("voice_id", voice.id())
            .put("name", voice.name())
            .put("category", voice.category())
            .put("description", "Imitated.");
    node.putObject("labels").put("language", "en").put("accent", "american");
    node.putArray("available_for_tiers");
    node.putArray("high_quality_base_model_ids").add("eleven_multilingual_v2");
    return node;
  }
}
