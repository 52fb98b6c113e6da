package io.vidgen.rest.internal.wav2lip;

import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.ApiCall.Answer;
import io.vidgen.rest.internal.http.MultipartForm;
import io.vidgen.rest.wav2lip.Wav2LipFace;
import io.vidgen.rest.wav2lip.Wav2LipShape;
import io.vidgen.rest.wav2lip.Wav2LipShape.Sending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes calls in the shape that a server has. */
final class ShapedCalls {
  private final Wav2LipShape shape;
  private final Map<String, String> fields = new LinkedHashMap<>();

  ShapedCalls(Wav2LipShape shape, Wav2LipFace face) {
    this.shape = shape;
    shape
        .fields()
        .forEach(
            (name, value) ->
                fields.put(
                    name,
                    value
                        .replace("{pads}", face.padsText())
                        .replace("{resize}", String.valueOf(face.resizeFactor()))
                        .replace("{smooth}", String.valueOf(face.smooth()))
                        .replace("{fps}", String.valueOf(face.fps()))));
  }

  ApiCall sync(FaceFiles files, String id) {
    if (shape.sending() == Sending.COG) {
      var path = new ArrayList<>(List.of(segments(shape.path())));
      path.add(id);
      var body = new CogInput(shape, fields, files);
      return new ApiCall("PUT", path, List.of(), List.of(), body, Answer.JSON, false, null, null);
    }
    var form = MultipartForm.create();
    form.file(shape.facePart(), files.face(), files.faceType(), files.faceExtension());
    form.file(shape.audioPart(), files.speech(), files.speechType(), files.speechExtension());
    fields.forEach(form::text);
    return ApiCall.post(segments(shape.path())).multipart(form).build();
  }

  /** A path as the user wrote it; a slash at its end matters to some servers. */
  static String[] segments(String path) {
    var text = path.startsWith("/") ? path.substring(1) : path;
    return text.split("/", -1);
  }
}
