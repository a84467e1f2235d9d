package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.topology.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunbookTest {
    private static final List<String> PARTS =
            List.of(
                    "## What it means",
                    "## What to look at",
                    "## What to do",
                    "## When to escalate");

    @ParameterizedTest
    @EnumSource
    void an_alarm_has_a_runbook_that_says_what_to_do(Alarm alarm) throws IOException {
        var lines = Files.readAllLines(Synthesized.file(alarm.runbook()));

        assertThat(lines.getFirst()).isEqualTo("# " + alarm.label());
        assertThat(lines.stream().filter(line -> line.startsWith("## "))).isEqualTo(PARTS);
    }

    @Test
    void every_runbook_has_its_alarm() throws IOException {
        try (var files = Files.list(Synthesized.file("docs/runbooks"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Alarm.values()).map(alarm -> alarm.label() + ".md").toList());
        }
    }

    @Test
    void every_deployed_alarm_links_to_its_runbook_and_notifies_somebody() {
        var alarms = Synthesized.stages().template("prod").all("AWS::CloudWatch::Alarm");

        var stage = Synthesized.settings().stage("prod");
        var signals = new Signals(stage, new Door.Api("api", "https://api"), stage::named);
        for (var alarm : Alarm.values()) {
            assertThat(alarms)
                    .as("%s", alarm)
                    .filteredOn(deployed ->
                            deployed.text("AlarmDescription")
                                    .endsWith(" What to do: " + alarm.runbook()))
                    .hasSameSizeAs(signals.of(alarm))
                    .allSatisfy(deployed -> {
                        assertThat(deployed.text("AlarmName"))
                                .startsWith("prod-orderloom-" + alarm.label());
                        assertThat(deployed.text("AlarmActions")).contains("Ref=alarms");
                    });
        }
    }
}
