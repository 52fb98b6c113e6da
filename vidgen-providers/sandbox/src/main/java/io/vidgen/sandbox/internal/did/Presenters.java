package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The presenters of clips. */
final class Presenters {
  static final String DRIVER = "uM00QMwJ9x";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREATED = "2023-05-01T09:00:00.000Z";
  private static final String HOST = "https://clips-presenters.d-id.com/";

  /** A presenter. */
  record Presenter(String id, String name, String gender) {}

  private static final List<Presenter> ALL =
      List.of(
          new Presenter("jack-Pt27VkP3hW", "Jack", "male"),
          new Presenter("amy-jcwCkr1grs", "Amy", "female"),
          new Presenter("rian-lZC6MmWfC1", "Rian", "male"),
          new Presenter("lily-DTTZ7Bb0iI", "Lily", "female"),
          new Presenter("matt-PzT6kBcvTz", "Matt", "male"));

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/clips/presenters", "GetPresenters", this::list),
        Route.of("GET", "/clips/presenters/{id}", "GetPresenterById", this::get),
        Route.of(
            "GET", "/clips/presenters/{id}/drivers", "GetPresenterDriversById", this::drivers));
  }

  Optional<Presenter> find(String id) {
    return ALL.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  private Reply list(Call call) {
    var page = Page.of(call, 1000);
    if (page == null) {
      return DidErrors.invalid(Map.of("query.limit", "invalid integer number"));
    }
    var numbered = new TreeMap<Long, Presenter>();
    for (int i = 0; i < ALL.size(); i++) {
      numbered.put((long) ALL.size() - i, ALL.get(i));
    }
    return Reply.json(200, page.show("presenters", numbered, Presenters::show));
  }

  private Reply get(Call call) {
    var found = find(call.param("id"));
    if (found.isEmpty()) {
      return DidErrors.notFound();
    }
    var node = JSON.createObjectNode();
    node.putArray("presenters").add(show(found.get()));
    return Reply.json(200, node);
  }

  private Reply drivers(Call call) {
    var found = find(call.param("id"));
    if (found.isEmpty()) {
      return DidErrors.notFound();
    }
    var node = JSON.createObjectNode();
    var folder = HOST + found.get().id() + "/" + DRIVER + "/";
    node.putArray("clips_drivers")
        .addObject()
        .put("presenter_id", found.get().id())
        .put("driver_id", DRIVER)
        .put("gender", found.get().gender())
        .put("created_at", CREATED)
        .put("modified_at", CREATED)
        .put("owner_id", "PUBLIC_D-ID")
        .put("width", 1920)
        .put("height", 1080)
        .put("driver_image_url", folder + "image.png")
        .put("thumbnail_url", folder + "thumbnail.png")
        .put("video_url", folder + "video.mp4")
        .put("preview_url", folder + "preview.mp4")
        .put("talking_preview_url", folder + "talkingPreview.mp4");
    return Reply.json(200, node);
  }

  private static ObjectNode show(Presenter presenter) {
    var folder = HOST + presenter.id() + "/";
    return JSON.createObjectNode()
        .put("presenter_id", presenter.id())
        .put("name", presenter.name())
        .put("driver_id", DRIVER)
        .put("gender", presenter.gender())
        .put("owner_id", "PUBLIC_D-ID")
        .put("created_at", CREATED)
        .put("modified_at", CREATED)
        .put("preview_url", folder + "preview.mp4")
        .put("talking_preview_url", folder + "talkingPreview.mp4")
        .put("thumbnail_url", folder + "thumbnail.png")
        .put("image_url", folder + "image.png")
        .put("is_streamable", true);
  }
}
