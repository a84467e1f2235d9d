package io.orderloom.contract.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule, with the field that it names and the side that it protects. */
class CompatibilityTest {
    private static final String NAME = "'name': {'type': 'string'}";
    private static final String SIZE = "'size': {'type': 'integer'}";

    @Test
    void the_same_schema_breaks_nothing_for_anybody() {
        var schema = object(NAME + "," + SIZE, "'name'");

        for (var readBy : ReadBy.values()) {
            assertThat(breaks(readBy, schema, schema)).isEmpty();
        }
    }

    @Test
    void a_new_optional_field_breaks_nothing_for_anybody() {
        var published = object(NAME, "'name'");
        var current = object(NAME + "," + SIZE, "'name'");

        for (var readBy : ReadBy.values()) {
            assertThat(breaks(readBy, published, current)).isEmpty();
        }
    }

    @Test
    void a_new_required_field_is_missing_in_what_is_stored() {
        var published = object(NAME, "'name'");
        var current = object(NAME + "," + SIZE, "'name', 'size'");

        assertThat(breaks(ReadBy.STORE, published, current))
                .containsExactly(
                        "size: 'size' is required now, but what was written by the published schema may lack it [field-required]");
        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current)).isEmpty();
    }

    @Test
    void a_new_required_field_with_a_default_can_be_read_without() {
        var published = object(NAME, "'name'");
        var current =
                object(NAME + ", 'size': {'type': 'integer', 'default': 1}", "'name', 'size'");

        assertThat(breaks(ReadBy.STORE, published, current)).isEmpty();
    }

    @Test
    void an_optional_field_that_becomes_required_is_missing_in_what_is_stored() {
        var published = object(NAME + "," + SIZE, "'name'");
        var current = object(NAME + "," + SIZE, "'name', 'size'");

        assertThat(breaks(ReadBy.STORE, published, current))
                .singleElement()
                .asString()
                .startsWith("size: 'size' is required now");
    }

    @Test
    void a_required_field_that_becomes_optional_may_be_missing_for_old_readers() {
        var published = object(NAME, "'name'");
        var current = object(NAME, "");

        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current))
                .containsExactly(
                        "name: a reader of the published schema needs 'name', which may be missing now [field-required]");
        assertThat(breaks(ReadBy.STORE, published, current)).isEmpty();
    }

    @Test
    void a_removed_field_loses_what_is_stored_and_is_missed_by_old_readers() {
        var published = object(NAME + "," + SIZE, "'name', 'size'");
        var current = object(NAME, "'name'");

        assertThat(breaks(ReadBy.QUEUE, published, current))
                .containsExactly(
                        "size: 'size' is read no more: what was written by the published schema loses it in silence [field-removed]",
                        "size: a reader of the published schema needs 'size', which may be missing now [field-required]");
    }

    @Test
    void a_renamed_field_is_named_by_both_names() {
        var published = object(NAME + "," + SIZE, "'name', 'size'");
        var current = object(NAME + ", 'count': {'type': 'integer'}", "'name', 'count'");

        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current))
                .singleElement()
                .asString()
                .startsWith("size: ")
                .contains("(was it renamed from or to 'count'?)");
        assertThat(breaks(ReadBy.STORE, published, current))
                .hasSize(2)
                .allMatch(found -> found.contains("(was it renamed"));
    }

    @Test
    void a_changed_type_is_named_with_both_types() {
        var published = object(SIZE, "'size'");
        var current = object("'size': {'type': 'string'}", "'size'");

        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current))
                .singleElement()
                .asString()
                .startsWith("size: ")
                .contains("the type [string] where [integer] was expected")
                .endsWith("[type-changed]");
        assertThat(breaks(ReadBy.STORE, published, current))
                .singleElement()
                .asString()
                .contains("the type [integer] where [string] was expected");
    }

    @Test
    void a_whole_number_may_become_any_number_for_what_is_stored_but_not_for_old_readers() {
        var published = object(SIZE, "'size'");
        var current = object("'size': {'type': 'number'}", "'size'");

        assertThat(breaks(ReadBy.STORE, published, current)).isEmpty();
        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current)).hasSize(1);
    }

    @Test
    void a_new_value_of_an_enumeration_is_unknown_to_old_readers() {
        var published = object("'state': {'type': 'string', 'enum': ['A', 'B']}", "'state'");
        var current = object("'state': {'type': 'string', 'enum': ['A', 'B', 'C']}", "'state'");

        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current))
                .containsExactly(
                        "state: a reader of the published schema does not know the value 'C', which may be written now [value-unknown]");
        assertThat(breaks(ReadBy.STORE, published, current)).isEmpty();
    }

    @Test
    void a_removed_value_of_an_enumeration_may_be_stored() {
        var published = object("'state': {'type': 'string', 'enum': ['A', 'B']}", "'state'");
        var current = object("'state': {'type': 'string', 'enum': ['A']}", "'state'");

        assertThat(breaks(ReadBy.STORE, published, current))
                .containsExactly(
                        "state: what was written by the published schema may have the value 'B', which is read no more [value-unknown]");
        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current)).isEmpty();
    }

    @Test
    void text_that_becomes_an_enumeration_may_be_stored_with_other_values() {
        var published = object(NAME, "'name'");
        var current = object("'name': {'type': 'string', 'enum': ['A']}", "'name'");

        assertThat(breaks(ReadBy.STORE, published, current))
                .singleElement()
                .asString()
                .contains("any value where only [A] are known");
    }

    @Test
    void a_changed_pattern_can_not_be_shown_to_take_the_same() {
        var published = object("'id': {'type': 'string', 'pattern': '^a'}", "'id'");
        var current = object("'id': {'type': 'string', 'pattern': '^b'}", "'id'");

        for (var readBy : ReadBy.values()) {
            assertThat(breaks(readBy, published, current))
                    .isNotEmpty()
                    .allMatch(b -> b.startsWith("id: ") && b.endsWith("[pattern-changed]"));
        }
    }

    @Test
    void a_new_pattern_may_refuse_what_is_stored_and_a_dropped_one_surprises_old_readers() {
        var free = object("'id': {'type': 'string'}", "'id'");
        var bound = object("'id': {'type': 'string', 'pattern': '^a'}", "'id'");

        assertThat(breaks(ReadBy.STORE, free, bound)).hasSize(1);
        assertThat(breaks(ReadBy.STORE, bound, free)).isEmpty();
        assertThat(breaks(ReadBy.SUBSCRIBERS, free, bound)).isEmpty();
        assertThat(breaks(ReadBy.SUBSCRIBERS, bound, free))
                .singleElement()
                .asString()
                .contains("text of any pattern where \"^a\" was expected");
    }

    @Test
    void a_narrowed_format_may_refuse_what_is_stored() {
        var published = object("'at': {'type': 'string'}", "'at'");
        var current = object("'at': {'type': 'string', 'format': 'date-time'}", "'at'");

        assertThat(breaks(ReadBy.STORE, published, current))
                .singleElement()
                .asString()
                .startsWith("at: ")
                .endsWith("[format-changed]");
    }

    @Test
    void a_narrowed_range_may_refuse_what_is_stored() {
        var published = object("'size': {'type': 'integer', 'minimum': 0}", "'size'");
        var current = object("'size': {'type': 'integer', 'minimum': 1, 'maximum': 9}", "'size'");

        assertThat(breaks(ReadBy.STORE, published, current))
                .hasSize(2)
                .allMatch(found -> found.startsWith("size: "))
                .allMatch(found -> found.endsWith("[range-narrowed]"));
        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current)).isEmpty();
    }

    @Test
    void a_removed_case_may_be_stored_and_a_new_one_is_unknown_to_old_readers() {
        var one = cases("'red'");
        var two = cases("'red'", "'blue'");

        assertThat(breaks(ReadBy.STORE, two, one))
                .containsExactly(
                        "(blue): what was written by the published schema may have the case 'blue', which is read no more [case-unknown]");
        assertThat(breaks(ReadBy.SUBSCRIBERS, one, two))
                .containsExactly(
                        "(blue): a reader of the published schema does not know the case 'blue', which may be written now [case-unknown]");
        assertThat(breaks(ReadBy.STORE, one, two)).isEmpty();
    }

    @Test
    void a_change_deep_inside_is_named_once_by_its_path() {
        var line = "{'type': 'object', 'properties': {%s}, 'required': [%s]}";
        var published =
                document(
                        "'lines': {'type': 'array', 'items': {'$ref': '#/$defs/Line'}}, 'gift': {'$ref': '#/$defs/Line'}",
                        line.formatted(NAME, "'name'"));
        var current =
                document(
                        "'lines': {'type': 'array', 'items': {'$ref': '#/$defs/Line'}}, 'gift': {'$ref': '#/$defs/Line'}",
                        line.formatted(NAME + "," + SIZE, "'name', 'size'"));

        assertThat(breaks(ReadBy.STORE, published, current))
                .singleElement()
                .asString()
                .startsWith("lines[].size: ");
    }

    @Test
    void the_values_of_a_map_are_compared_too() {
        var published =
                object(
                        "'data': {'type': 'object', 'additionalProperties': {'type': 'string'}}",
                        "");
        var current =
                object(
                        "'data': {'type': 'object', 'additionalProperties': {'type': 'integer'}}",
                        "");

        assertThat(breaks(ReadBy.STORE, published, current))
                .singleElement()
                .asString()
                .startsWith("data{}: ");
    }

    @Test
    void an_additional_form_of_a_value_is_unknown_to_old_readers() {
        var published = object("'total': {'type': 'string'}", "'total'");
        var current =
                object(
                        "'total': {'oneOf': [{'type': 'string'}, {'type': 'array', 'items': {'type': 'string'}}]}",
                        "'total'");

        assertThat(breaks(ReadBy.STORE, published, current)).isEmpty();
        assertThat(breaks(ReadBy.SUBSCRIBERS, published, current))
                .singleElement()
                .asString()
                .startsWith("total: ")
                .contains("the form [array]");
    }

    @Test
    void a_removed_schema_leaves_subscribers_without_events_and_stored_items_unreadable() {
        assertThat(Compatibility.removed(ReadBy.SUBSCRIBERS).reason()).contains("not be told");
        assertThat(Compatibility.removed(ReadBy.STORE).reason()).contains("can't be read");
    }

    @Test
    void a_keyword_that_no_rule_judges_is_refused() {
        var schema = object("'a': {'not': {'type': 'string'}}", "");

        assertThatThrownBy(() -> breaks(ReadBy.STORE, schema, schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rule judges changes of the keyword 'not'; add one");
    }

    private static List<String> breaks(ReadBy readBy, JsonNode published, JsonNode current) {
        return Compatibility.breaks(readBy, published, current).stream()
                .map(Break::toString)
                .toList();
    }

    private static JsonNode object(String properties, String required) {
        return json(
                "{'type': 'object', 'properties': {%s}, 'required': [%s]}"
                        .formatted(properties, required));
    }

    private static JsonNode document(String properties, String line) {
        return json(
                "{'type': 'object', 'properties': {%s}, '$defs': {'Line': %s}}"
                        .formatted(properties, line));
    }

    private static JsonNode cases(String... names) {
        var cases =
                List.of(names).stream()
                        .map(name ->
                                "{'type': 'object', 'properties': {'is': {'const': %s}}, 'required': ['is']}"
                                        .formatted(name))
                        .toList();
        return json("{'oneOf': [%s]}".formatted(String.join(",", cases)));
    }

    private static JsonNode json(String singleQuoted) {
        try {
            return new ObjectMapper().readTree(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
