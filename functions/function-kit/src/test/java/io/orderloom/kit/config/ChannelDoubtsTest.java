package io.orderloom.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.kit.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChannelDoubtsTest {

    @Test
    void instances_that_share_a_secret_are_named_and_the_secret_is_not() {
        var doubts =
                ChannelDoubts.of(
                        Stream.of(
                                        instance("eu", "['same','other']", "'eu.example'"),
                                        instance("us", "['same']", "'us.example'"),
                                        instance("uk", "['own']", "'uk.example'"))
                                .toList());

        assertThat(doubts)
                .singleElement()
                .asString()
                .startsWith("ORDERLOOM_CHANNELS: eu, us share a signing secret")
                .doesNotContain("same'", "other");
    }

    @Test
    void an_instance_that_names_no_shop_is_doubted_and_one_that_does_is_not() {
        var doubts =
                ChannelDoubts.of(
                        Stream.of(
                                        instance("eu", "['one']", "null"),
                                        instance("us", "['two']", "'us.example'"))
                                .toList());

        assertThat(doubts)
                .singleElement()
                .asString()
                .startsWith("ORDERLOOM_CHANNELS: 'eu' names no shop");
    }

    private static ChannelInstance instance(String name, String secrets, String shop) {
        var json = "{'type':'shopify','secrets':%s,'shop':%s}".formatted(secrets, shop);
        return Json.read(json.replace('\'', '"'), ChannelEntry.class)
                .named(
                        name,
                        Map.of(),
                        new ErpNames(Map.of("sandbox", "sandbox"), Optional.of("sandbox")));
    }
}
