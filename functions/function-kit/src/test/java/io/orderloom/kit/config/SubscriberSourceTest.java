package io.orderloom.kit.config;

import static io.orderloom.sample.Webhooks.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.subscriber.Subscriber;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The subscribers are a setting and their signing secrets a secret; or one secret holds both. */
class SubscriberSourceTest {
    private static final String KEY = "whsec_" + "QUJD".repeat(8);
    private static final String SETTINGS =
            "[{\"name\":\"crm\",\"url\":\"https://crm.example\"},{\"name\":\"wms\",\"url\":\"https://wms.example\"}]";

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void settings_and_signing_secrets_are_put_together_by_name() {
        var parsed = parsed(SETTINGS, "{\"wms\":[\"%s\"],\"crm\":[\"%s\"]}".formatted(KEY, KEY));

        assertThat(sound(parsed))
                .containsExactly(
                        webhook("crm", "https://crm.example", List.of(KEY)),
                        webhook("wms", "https://wms.example", List.of(KEY)));
        assertThat(parsed.flaws()).isEmpty();
    }

    @Test
    void only_a_subscriber_without_a_signing_secret_waits() {
        var parsed = parsed(SETTINGS, "{\"wms\":[\"%s\"]}".formatted(KEY));

        assertThat(parsed.sound()).containsOnlyKeys("wms");
        assertThat(parsed.waiting()).containsOnlyKeys("crm");
    }

    @Test
    void a_subscriber_with_nothing_but_a_signing_secret_waits_and_is_not_forgotten() {
        var settled = parsed(SETTINGS, "{\"erp\":[\"%s\"]}".formatted(KEY));
        settings.clear();
        settings.put("orderloom.subscribers", "{\"erp\":[\"%s\"]}".formatted(KEY));
        var unsettled = parsed();

        assertThat(settled.waiting()).containsKey("erp");
        assertThat(unsettled.waiting()).containsOnlyKeys("erp");
    }

    @Test
    void a_subscriber_that_is_wholly_in_the_secret_still_gets_events() {
        settings.put("orderloom.subscribers", whole("crm", "https://crm.example"));

        assertThat(sound(parsed()))
                .containsExactly(webhook("crm", "https://crm.example", List.of(KEY)));
    }

    /**
     * The state between the deployment that brings the settings and the later change of the
     * secrets.
     */
    @Test
    void
            settings_override_a_secret_of_the_earlier_form_and_its_other_subscribers_still_get_events() {
        var old =
                "[{\"name\":\"crm\",\"url\":\"https://old.example\",\"secrets\":[\"%s\"]},{\"name\":\"bi\",\"url\":\"https://bi.example\",\"secrets\":[\"%s\"]}]"
                        .formatted(KEY, KEY);

        var parsed = parsed("[{\"name\":\"crm\",\"url\":\"https://crm.example\"}]", old);

        assertThat(sound(parsed))
                .containsExactly(
                        webhook("crm", "https://crm.example", List.of(KEY)),
                        webhook("bi", "https://bi.example", List.of(KEY)));
    }

    @Test
    void a_field_that_the_settings_leave_out_is_taken_from_a_secret_of_the_earlier_form() {
        var source =
                new SubscriberSource(
                        Optional.of("[{\"name\":\"crm\",\"url\":\"https://new.example\"}]"),
                        "[{\"name\":\"crm\",\"url\":\"https://old.example\",\"secrets\":[\"k\"],\"more\":true}]");

        assertThat(source.whole())
                .isEqualTo(
                        "[{\"name\":\"crm\",\"url\":\"https://new.example\",\"secrets\":[\"k\"],\"more\":true}]");
    }

    @Test
    void a_bad_setting_of_one_subscriber_stops_no_other() {
        var parsed =
                parsed(
                        SETTINGS.replace("https://wms", "wms"),
                        "{\"crm\":[\"%s\"],\"wms\":[\"%s\"]}".formatted(KEY, KEY));

        assertThat(parsed.sound()).containsOnlyKeys("crm");
        assertThat(parsed.waiting()).containsOnlyKeys("wms");
    }

    @Test
    void settings_that_are_no_json_array_are_named_by_their_variable() {
        assertThatThrownBy(() -> parsed("{}", "{}"))
                .hasMessage("ORDERLOOM_SUBSCRIBER_SETTINGS is no JSON array; correct it")
                .hasNoCause();
    }

    @Test
    void no_text_form_of_the_source_shows_a_secret() {
        assertThat(new SubscriberSource(Optional.of("[]"), "hunter2").toString())
                .doesNotContain("hunter2");
    }

    @Test
    void the_secret_of_another_kind_is_an_object_of_the_settings_that_it_defines() {
        var parsed =
                parsed(
                        "[{\"name\":\"duty\",\"kind\":\"pager\"}]",
                        "{\"duty\":{\"number\":\"112\"}}");

        assertThat(sound(parsed))
                .extracting(duty -> duty.text("number").orElse("none"))
                .containsExactly("112");
    }

    private static List<Subscriber> sound(ParsedSubscribers parsed) {
        return parsed.sound().values().stream().map(Recipient::subscriber).toList();
    }

    private ParsedSubscribers parsed(String ofSettings, String ofSecret) {
        settings.put("orderloom.subscriber-settings", ofSettings);
        settings.put("orderloom.subscribers", ofSecret);
        return parsed();
    }

    private ParsedSubscribers parsed() {
        var config = new SmallRyeConfigBuilder().withSources(new Changeable(settings)).build();
        return ParsedSubscribers.of(
                SubscriberSource.of(new LiveSettings(config)).whole(),
                Kinds.webhookAnd(new Kinds.Pager()));
    }

    private static String whole(String name, String url) {
        return "[{\"name\":\"%s\",\"url\":\"%s\",\"secrets\":[\"%s\"]}]".formatted(name, url, KEY);
    }
}
