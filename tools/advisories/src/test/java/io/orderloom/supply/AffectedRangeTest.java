package io.orderloom.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectedRangeTest {

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'introduced':'0'},{'fixed':'1.2'}|1.1.9|true",
                "{'introduced':'0'},{'fixed':'1.2'}|0.0.1-alpha|true",
                "{'introduced':'0'},{'fixed':'1.2'}|r05|true",
                "{'introduced':'0'},{'fixed':'1.2'}|1.2|false",
                "{'introduced':'0'},{'fixed':'1.2'}|1.2.0.Final|false",
                "{'introduced':'0'},{'fixed':'1.2'}|1.2-rc1|true",
                "{'introduced':'0'},{'fixed':'1.10'}|1.9|true",
                "{'introduced':'2.0'},{'fixed':'2.5'}|1.9|false",
                "{'fixed':'2.5'},{'introduced':'2.0'}|2.4|true",
                "{'introduced':'1.0'},{'fixed':'1.5'},{'introduced':'2.0'},{'fixed':'2.5'}|1.7|false",
                "{'introduced':'1.0'},{'fixed':'1.5'},{'introduced':'2.0'},{'fixed':'2.5'}|2.1|true",
                "{'introduced':'1.0'},{'last_affected':'1.5'}|1.5|true",
                "{'introduced':'1.0'},{'last_affected':'1.5'}|1.5.1|false",
                "{'introduced':'1.0'}|99|true",
            })
    void a_version_is_in_a_range_as_maven_orders_versions(
            String events, String version, boolean affected) throws IOException {
        var advisory = advisory(events);

        var found = advisory.in(new Component("org.example", "library", version));

        assertThat(!found.isEmpty()).isEqualTo(affected);
    }

    @Test
    void another_package_is_not_affected_by_the_same_version() throws IOException {
        var advisory = advisory("{'introduced':'0'}");

        assertThat(advisory.in(new Component("org.example", "library-core", "1"))).isEmpty();
        assertThat(advisory.in(new Component("com.example", "library", "1"))).isEmpty();
    }

    @Test
    void a_version_may_be_named_without_a_range() throws IOException {
        var json =
                """
                {"id": "X-1", "modified": "2026-11-20T00:00:00Z", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "org.example:library"},
                   "versions": ["1.0.3"]},
                  {"package": {"ecosystem": "npm", "name": "org.example:library"},
                   "versions": ["1.0.4"]}]}
                """;

        var advisory = OsvRecord.of(json.getBytes(StandardCharsets.UTF_8)).advisory();

        assertThat(advisory.in(new Component("org.example", "library", "1.0.3"))).hasSize(1);
        assertThat(advisory.in(new Component("org.example", "library", "1.0.4"))).isEmpty();
    }

    private static Advisory advisory(String events) throws IOException {
        var json =
                Osv.record(
                        "X-1",
                        "2026-11-20T00:00:00Z",
                        "org.example:library",
                        events.replace('\'', '"'));
        return OsvRecord.of(json.getBytes(StandardCharsets.UTF_8)).advisory();
    }
}
