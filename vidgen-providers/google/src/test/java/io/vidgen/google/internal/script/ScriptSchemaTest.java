package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ScriptSchemaTest {

  @Test
  void of_exactNumber_fixesItAndKeepsTheOrderOfNames() throws JsonProcessingException {
    var schema = schema(3, 3);
    var scene = schema.at("/properties/scenes/items");
    assertThat(schema.at("/properties/scenes/minItems").asInt()).isEqualTo(3);
    assertThat(schema.at("/properties/scenes/maxItems").asInt()).isEqualTo(3);
    assertThat(scene.at("/required").toString())
        .isEqualTo("[\"heading\",\"dialogue\",\"visual\",\"sound\",\"clips\"]");
    assertThat(scene.at("/properties").fieldNames())
        .toIterable()
        .containsExactly("heading", "dialogue", "visual", "sound", "clips");
  }

  @Test
  void of_anyNumberOrVeryMany_leavesTheLengthToTheRules() throws JsonProcessingException {
    assertThat(schema(0, 4).at("/properties/scenes").has("minItems")).isFalse();
    assertThat(schema(40, 40).at("/properties/scenes").has("minItems")).isFalse();
  }

  private static JsonNode schema(int scenes, int clips) throws JsonProcessingException {
    var shape = Shape.of(Asked.script("en", scenes, clips));
    var json = new ObjectMapper();
    return json.readTree(json.writeValueAsString(ScriptSchema.of(shape)));
  }
}
