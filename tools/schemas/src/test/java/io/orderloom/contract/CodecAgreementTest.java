package io.orderloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.sample.Specimens;
import io.orderloom.contract.schema.Docstrings;
import io.orderloom.contract.schema.RecordSchemas;
import io.orderloom.kit.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and the codec agree on every case and every component. */
class CodecAgreementTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final RecordSchemas SCHEMAS =
            new RecordSchemas(Json.described(), Docstrings.NONE);

    static Stream<Arguments> specimens() {
        return Kept.ALL.stream()
                .flatMap(kept ->
                        Stream.of(Specimens.values())
                                .flatMap(shape ->
                                        shape.of(kept.type()).stream()
                                                .map(value -> Arguments.of(kept, value))));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void the_codec_writes_exactly_the_fields_of_its_schema(Kept kept, Object value)
            throws IOException {
        var written = PLAIN.readTree(Json.bytes(value));

        var schema = Committed.CONTRACTS.schema(kept.name()).json();
        assertThat(Validation.of(schema).errors(written)).isEmpty();
        assertThat(Validation.closed(schema).errors(written)).isEmpty();
    }

    static Stream<Class<?>> records() {
        return Specimens.records(Kept.ALL.stream().map(Kept::type)).stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_record_is_written_as_it_is_described_however_empty_or_full(Class<?> type)
            throws IOException {
        var schema = SCHEMAS.of(type);

        for (var shape : Specimens.values()) {
            var written = PLAIN.readTree(Json.bytes(shape.of(type).getFirst()));

            assertThat(Validation.closed(schema).errors(written)).as(shape.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_codec_refuses_exactly_the_absence_of_required_fields(Class<?> type)
            throws IOException {
        var validation = Validation.of(SCHEMAS.of(type));
        var whole = (ObjectNode) PLAIN.readTree(Json.bytes(Specimens.FULLEST.of(type).getFirst()));

        for (var field : List.copyOf(whole.properties())) {
            var lacking = whole.deepCopy().without(field.getKey());
            var bySchema = validation.errors(lacking);
            var byCodec = catchThrowable(() -> Json.read(lacking.toString(), type));

            if (bySchema.isEmpty()) {
                assertThat(byCodec).as("reading without " + field.getKey()).isNull();
            } else {
                var name = Pattern.compile("['\"]%s['\"]".formatted(field.getKey()));
                assertThat(bySchema).singleElement().asString().containsPattern(name);
                assertThat(byCodec).isInstanceOf(IllegalArgumentException.class);
                assertThat(byCodec).message().containsPattern(name);
            }
        }
    }
}
