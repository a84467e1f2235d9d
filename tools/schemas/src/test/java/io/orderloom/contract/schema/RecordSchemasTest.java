package io.orderloom.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.orderloom.kit.json.Json;
import io.orderloom.order.OrderId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSchemasTest {

    record Parcel(
            OrderId order,
            int weight,
            String label,
            Optional<String> note,
            List<OrderId> others,
            Map<String, String> marks) {}

    enum Mark {
        FRAGILE,
        HEAVY
    }

    record Marked(Map<Mark, Integer> marks) {}

    record Misleading(int weight) {
        public boolean isHeavy() {
            return weight > 30;
        }
    }

    @Test
    void a_field_that_can_be_absent_is_not_required() {
        var schema = schemas().of(Parcel.class);

        assertThat(texts(schema.get("required"))).containsExactly("order", "weight", "label");
        assertThat(schema.get("properties").size()).isEqualTo(6);
    }

    @Test
    void an_optional_is_described_as_what_is_in_it_and_a_value_by_its_pattern() {
        var schema = schemas().of(Parcel.class);

        assertThat(schema.at("/properties/note/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/others/items/$ref").asText())
                .isEqualTo("#/$defs/OrderId");
        assertThat(schema.at("/$defs/OrderId/pattern").asText()).isEqualTo("^[^:]+:.+$");
        assertThat(schema.at("/properties/marks/additionalProperties/type").asText())
                .isEqualTo("string");
    }

    @Test
    void a_map_by_constants_has_a_property_for_each() {
        var schema = schemas().of(Marked.class);

        assertThat(schema.at("/properties/marks/properties").properties())
                .map(property -> property.toString())
                .containsExactly("FRAGILE={\"type\":\"integer\"}", "HEAVY={\"type\":\"integer\"}");
    }

    @Test
    void a_property_that_the_codec_adds_is_described_but_not_required() {
        var mapper = Json.described();
        mapper.addMixIn(Misleading.class, WithVersion.class);

        var schema = new RecordSchemas(mapper, Docstrings.NONE).of(Misleading.class);

        assertThat(schema.at("/properties/heavy/type").asText()).isEqualTo("boolean");
        assertThat(texts(schema.get("required"))).containsExactly("weight");
    }

    private interface WithVersion {
        @JsonProperty
        boolean isHeavy();
    }

    @Test
    void a_record_that_is_written_with_more_than_its_components_is_refused() {
        assertThatThrownBy(() -> schemas().of(Misleading.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Misleading is written with")
                .hasMessageContaining("heavy");
    }

    @Test
    void a_type_that_the_codec_writes_in_a_form_of_its_own_has_to_be_described() {
        var mapper = Json.described();
        mapper.addMixIn(Parcel.class, AsText.class);

        assertThatThrownBy(() -> new RecordSchemas(mapper, Docstrings.NONE).of(Parcel.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Parcel")
                .hasMessageContaining("describe it in TextForm");
    }

    @JsonSerialize(using = ToStringSerializer.class)
    private interface AsText {}

    @Test
    void docstrings_become_descriptions_without_their_mark_up(@TempDir Path sources)
            throws IOException {
        Files.writeString(
                sources.resolve("RecordSchemasTest.java"),
                """
                package io.orderloom.contract.schema;
                class RecordSchemasTest {
                    /**
                     * What travels in {@code one} box, see {@link OrderId#toString()}.
                     *
                     * <p>And more.
                     *
                     * @param weight in grams
                     */
                    record Parcel(int weight) {}
                }
                """);

        var schema =
                new RecordSchemas(Json.described(), Docstrings.below(List.of(sources)))
                        .of(Parcel.class);

        assertThat(schema.get("description").asText())
                .isEqualTo("What travels in `one` box, see `toString`. And more.");
        assertThat(schema.at("/properties/weight/description").asText()).isEqualTo("in grams");
    }

    private static RecordSchemas schemas() {
        return new RecordSchemas(Json.described(), Docstrings.NONE);
    }

    private static List<String> texts(JsonNode array) {
        return new ObjectMapper().convertValue(array, new TypeReference<>() {});
    }
}
