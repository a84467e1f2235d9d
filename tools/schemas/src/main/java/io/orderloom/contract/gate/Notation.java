package io.orderloom.contract.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads and writes JSON and YAML files in one form that is the same on every machine. */
final class Notation {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY =
            PLAIN.writer(
                    new DefaultPrettyPrinter(
                                    Separators.createDefaultInstance()
                                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                            .withObjectIndenter(INDENT)
                            .withArrayIndenter(INDENT));
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build();

    private Notation() {}

    static String json(JsonNode json) {
        return written(PRETTY, json) + "\n";
    }

    static String yaml(JsonNode json) {
        return written(YAML.writer(), json);
    }

    /**
     * @throws IllegalArgumentException if the text is no JSON; the message names the place
     */
    static JsonNode parsed(String json) {
        return parsed(PLAIN, json);
    }

    /**
     * @throws IllegalArgumentException if the text is no YAML; the message names the place
     */
    static JsonNode parsedYaml(String yaml) {
        return parsed(YAML, yaml);
    }

    private static String written(ObjectWriter writer, JsonNode json) {
        try {
            return writer.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode parsed(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken.getMessage(), broken);
        }
    }
}
