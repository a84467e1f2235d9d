package io.orderloom.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The figures with which a change is compared, in a file next to the page. */
final class CommittedFigures {
    static final Path FILE = Path.of("docs", "cost-figures.json");

    private CommittedFigures() {}

    static Map<Scenario, CostFigure> read(Path root) throws IOException {
        var file = root.resolve(FILE);
        var json =
                StackJson.parse(Files.readAllBytes(file))
                        .orElseThrow(() ->
                                new IOException(file + " is no JSON; write it with make cost"));
        var figures = new EnumMap<Scenario, CostFigure>(Scenario.class);
        for (var scenario : Scenario.values()) {
            var figure = json.path(scenario.label());
            if (figure.isMissingNode()) {
                throw new IOException(
                        "%s lacks '%s'; write it with make cost".formatted(file, scenario.label()));
            }
            figures.put(
                    scenario,
                    new CostFigure(
                            decimal(figure, "requests"),
                            decimal(figure, "writeUnits"),
                            decimal(figure, "readUnits")));
        }
        return figures;
    }

    static void write(Path root, List<Measured> all) throws IOException {
        var json = StackJson.object();
        for (var measured : all) {
            var figure = measured.figure();
            json.putObject(measured.scenario().label())
                    .put("requests", figure.requests().toPlainString())
                    .put("writeUnits", figure.writeUnits().toPlainString())
                    .put("readUnits", figure.readUnits().toPlainString());
        }
        Files.writeString(root.resolve(FILE), pretty(json) + "\n");
    }

    private static String pretty(JsonNode json) throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static BigDecimal decimal(JsonNode figure, String name) {
        return new BigDecimal(figure.path(name).asText());
    }
}
