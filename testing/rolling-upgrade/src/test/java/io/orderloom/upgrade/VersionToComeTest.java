package io.orderloom.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.common.StackJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VersionToComeTest {
    @Test
    void every_object_but_a_map_gets_a_field_that_this_version_does_not_know() {
        var written =
                """
                {"order":"placed","lines":[{"lineId":"1"}],"data":{"total":"5.95"}}\
                """;

        var newer =
                VersionToCome.grown(
                        StackJson.parse(written.getBytes(StandardCharsets.UTF_8)).orElseThrow());

        assertThat(newer)
                .hasToString(
                        """
                        {"order":"placed",\
                        "lines":[{"lineId":"1","fromAVersionToCome":{"why":"added later"}}],\
                        "data":{"total":"5.95"},\
                        "fromAVersionToCome":{"why":"added later"}}\
                        """);
    }
}
