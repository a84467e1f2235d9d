package io.orderloom.cost;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The most that an order may cost, whatever was measured before. Figures are written anew by {@code
 * make cost}; a guard is moved by hand alone, in {@link #FILE}.
 */
record CostGuards(Map<Scenario, Guard> guards) {
    static final Path FILE = Path.of("benchmarks", "cost", "guards.json");

    CostGuards {
        guards = Map.copyOf(guards);
    }

    /**
     * @param requests of an order to SQS and DynamoDB
     * @param usdAMillion of a million orders, without the seconds of Lambda, which are those of the
     *     machine that measured
     */
    record Guard(BigDecimal requests, BigDecimal usdAMillion) {}

    static CostGuards read(Path root) throws IOException {
        var file = root.resolve(FILE);
        var json =
                StackJson.parse(Files.readAllBytes(file))
                        .orElseThrow(() -> new IOException(file + " is no JSON; correct it"));
        var guards = new EnumMap<Scenario, Guard>(Scenario.class);
        for (var scenario : Scenario.values()) {
            if (json.has(scenario.label())) {
                var guard = json.path(scenario.label());
                guards.put(
                        scenario,
                        new Guard(
                                decimal(file, guard, "requests"),
                                decimal(file, guard, "usdAMillion")));
            }
        }
        return new CostGuards(guards);
    }

    private static BigDecimal decimal(Path file, JsonNode guard, String name) throws IOException {
        try {
            return new BigDecimal(guard.path(name).asText());
        } catch (NumberFormatException _) {
            throw new IOException("%s: '%s' is no number; correct it".formatted(file, name));
        }
    }

    /** Names each guard that is passed, with the line that holds it. */
    List<String> passed(List<Measured> all, Prices prices) {
        var passed = new ArrayList<String>();
        for (var measured : all) {
            var guard = guards.get(measured.scenario());
            if (guard != null) {
                compare(
                        passed,
                        measured,
                        "requests",
                        guard.requests(),
                        measured.figure().requests());
                compare(
                        passed,
                        measured,
                        "usdAMillion",
                        guard.usdAMillion(),
                        withoutDuration(measured, prices));
            }
        }
        return List.copyOf(passed);
    }

    /** US dollars of a million orders. */
    static BigDecimal withoutDuration(Measured measured, Prices prices) {
        var bill = Bill.of(measured, prices);
        return bill.total()
                .subtract(bill.part(Bill.Part.DURATION))
                .movePointRight(6)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static void compare(
            List<String> passed, Measured measured, String what, BigDecimal most, BigDecimal now) {
        if (now.compareTo(most) > 0) {
            passed.add(
                    "%s: %s is %s, guarded by '%s' in %s: %s"
                            .formatted(measured.scenario().label(), what, now, what, FILE, most));
        }
    }
}
