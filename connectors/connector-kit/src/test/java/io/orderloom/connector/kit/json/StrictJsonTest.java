package io.orderloom.connector.kit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.source.Malformed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The flaws for which intake rejects a signed body, each with the field, the line and the column.
 */
class StrictJsonTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"a\":1},                  ``",
                "{\"a\":[{\"b\":{}}]},       ``",
                "{\"a\":[1 2]},              `line 1, column 10: body is no JSON`",
                "[],                         `line 1, column 2: body is no JSON object`",
                "{} {},                      `line 1, column 5: body is no JSON object alone`",
                "{\"a\":{\"b\":1,            `line 1, column 12: body is no JSON`",
                "{\"a\":1;\"a\":2},          `line 1, column 13: a stands there twice`",
                "{\"a\":[1;{\"b\":1;\"b\":2}]}, `line 1, column 21: a[1].b stands there twice`",
            })
    void a_body_is_one_object_without_a_name_twice(String body, String flaw) {
        var found = flaw(body.replace(';', ','));

        assertThat(found.map(Malformed::toString).orElse("")).startsWith(flaw);
        assertThat(found.isEmpty()).isEqualTo(flaw.isEmpty());
    }

    @Test
    void json_that_is_nested_too_deeply_is_refused_with_its_place() {
        var flaw = flaw("{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}");

        assertThat(flaw).hasValueSatisfying(f -> assertThat(f.line()).isEqualTo(1));
        assertThat(flaw).hasValueSatisfying(f -> assertThat(f.column()).isBetween(60, 80));
    }

    @Test
    void a_number_of_too_many_digits_is_refused_with_its_field() {
        var flaw = flaw("{\"a\":\n" + "1".repeat(1_001) + "}");

        assertThat(flaw).hasValueSatisfying(f -> assertThat(f.path()).isEqualTo("a"));
        assertThat(flaw).hasValueSatisfying(f -> assertThat(f.line()).isEqualTo(2));
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        assertThat(flaw("{\"" + "n".repeat(50_001) + "\":1}")).isPresent();
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertThat(StrictJson.flaw(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}))
                .hasValueSatisfying(f -> assertThat(f.path()).isEqualTo("body"));
    }

    private static Optional<Malformed> flaw(String body) {
        return StrictJson.flaw(body.getBytes(UTF_8));
    }
}
