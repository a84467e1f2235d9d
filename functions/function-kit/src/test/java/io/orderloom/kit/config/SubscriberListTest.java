package io.orderloom.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.kit.secret.SecretWatch;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.order.Tenancy;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.topology.Function;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberListTest {
    private static final String KEY = "whsec_" + "QUJD".repeat(8);
    private static final String CRM = one("crm", "https://crm.example");

    private final Map<String, String> settings = new HashMap<>();
    private final Kinds.Pager pager = new Kinds.Pager();
    private final Metrics metrics =
            new Metrics(
                    SettingsOf.function(Function.STATUS_FANOUT, "local"),
                    new SecretWatch(new SmallRyeConfigBuilder().build()),
                    InstantSource.fixed(Instant.EPOCH));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":"wms","url":"hunter2","secrets":["KEY"]} | url is no http or https URL with a host
                    {"name":"wms","url":7,"secrets":["KEY"]} | url is no http or https URL with a host
                    {"name":"wms","url":{},"secrets":["KEY"]} | url is no text and no list of texts
                    {"name":"wms","url":"https://wms.example"} | secrets is empty
                    {"name":"wms","url":"https://wms.example","secrets":[null]} | secrets is no text and no list of texts
                    {"name":"wms","url":"wms.example"} | secrets is empty; url is no http or https URL with a host
                    {"name":"wms","url":"https://wms.example","secrets":["KEY"],"events":"v3"} | events is neither v1 nor v2
                    {"name":"wms","url":"https://wms.example","secrets":["KEY"],"events":2} | events is neither v1 nor v2
                    {"name":"wms","kind":"fax","number":"1"} | kind names no connector that this function was built with; there are pager, webhook
                    {"name":"wms","kind":["pager"],"number":"1"} | kind is no text
                    {"name":"wms","kind":"pager"} | number is missing
                    {"name":"wms","url":"https://wms.example","secrets":[]} | secrets is empty
                    {"name":"wms","url":"https://wms.example","secrets":["KEY","hunter2"]} | signing secret 2 is not whsec_ and the Base64 of 24 to 64 bytes
                    {"name":"wms","url":"https://wms.example","secrets":["hunter2\\u00a0"]} | signing secret 1 has a no-break space as character 8 of 8; put it in again without it
                    {"name":"wms","url":"https://wms.example","secrets":["KEY"],"testOrders":"yes"} | testOrders is neither true nor false
                    {"name":"wms","url":"https://wms.example","secrets":[" "]} | signing secret 1 is empty, or of blanks and invisible characters alone
                    """)
    void a_bad_value_stops_only_its_own_subscriber_and_names_the_reason(
            String flawed, String reason) {
        var list = list("[%s,%s]".formatted(flawed.replace("KEY", KEY), CRM));

        var told = list.all();

        assertThat(told).extracting(Recipient::name).containsExactly("crm");
        assertThat(list.outOfForce()).containsExactly("wms");
        assertThatThrownBy(() -> list.named("wms"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage("ORDERLOOM_SUBSCRIBERS: 'wms': " + reason)
                .hasNoCause();
        assertThat(metrics.lines())
                .singleElement()
                .asString()
                .contains("\"Settings\":\"subscribers\"", "\"SettingsOutOfForce\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "{\"name\":\" \"}"})
    void an_entry_without_a_name_gets_no_events_and_stops_no_other(String nameless) {
        var list = list("[%s,%s]".formatted(nameless, CRM));

        assertThat(list.all()).extracting(Recipient::name).containsExactly("crm");
        assertThat(list.outOfForce()).isEmpty();
        assertThat(metrics.lines()).hasSize(1);
    }

    @Test
    void of_two_subscribers_with_one_name_the_first_gets_events() {
        var list = list("[%s,%s]".formatted(CRM, one("crm", "https://other.example")));

        assertThat(list.all())
                .extracting(SubscriberListTest::url)
                .containsExactly("https://crm.example");
    }

    @Test
    void a_bad_value_read_later_leaves_the_last_good_one_in_force() {
        var list = list("[%s]".formatted(CRM));

        settings.put("orderloom.subscribers", "[%s]".formatted(one("crm", "crm.example")));
        var afterOne = list.named("crm").map(SubscriberListTest::url);
        settings.put("orderloom.subscribers", "[not even JSON");
        var afterAll = list.named("crm").map(SubscriberListTest::url);

        assertThat(afterOne).contains("https://crm.example");
        assertThat(afterAll).contains("https://crm.example");
        assertThat(list.outOfForce()).isEmpty();
    }

    @Test
    void a_subscriber_gets_events_once_its_settings_are_corrected() {
        var list = list("[%s]".formatted(one("crm", "crm.example")));

        settings.put("orderloom.subscribers", "[%s]".formatted(CRM));

        assertThat(list.named("crm").map(SubscriberListTest::url)).contains("https://crm.example");
        assertThat(list.outOfForce()).isEmpty();
    }

    @Test
    void only_subscribers_that_ask_for_them_get_events_of_test_orders() {
        var asking = one("wms", "https://wms.example").replace("}", ",\"testOrders\":true}");
        var list = list("[%s,%s]".formatted(CRM, asking));

        assertThat(list.audience(event(Optional.of(Mark.TEST)), Tenancy.NONE))
                .extracting(Recipient::name)
                .containsExactly("wms");
        assertThat(list.audience(event(Optional.empty()), Tenancy.NONE))
                .extracting(Recipient::name)
                .containsExactly("crm", "wms");
    }

    @Test
    void a_subscriber_of_one_tenant_gets_no_event_of_another_tenants_order_with_the_same_id() {
        var acmes = one("acme-crm", "https://crm.example").replace("}", ",\"tenant\":\"acme\"}");
        var waiting = one("acme-wms", "wms.example").replace("}", ",\"tenant\":\"acme\"}");
        var list = list("[%s,%s,%s]".formatted(CRM, acmes, waiting));
        var event = event(Optional.empty());

        assertThat(list.audience(event, tenant("acme")))
                .extracting(Recipient::name)
                .containsExactly("crm", "acme-crm");
        assertThat(list.outOfForce(event, tenant("acme"))).containsExactly("acme-wms");
        assertThat(list.audience(event, tenant("umbra")))
                .extracting(Recipient::name)
                .containsExactly("crm");
        assertThat(list.outOfForce(event, tenant("umbra"))).isEmpty();
    }

    private static Tenancy tenant(String name) {
        return new Tenancy(Optional.of(name), Optional.empty(), Optional.empty());
    }

    @Test
    void
            of_subscribers_without_usable_settings_only_those_that_ask_are_owed_events_of_test_orders() {
        var asking = one("wms", "wms.example").replace("}", ",\"testOrders\":true}");
        var list = list("[%s,%s]".formatted(one("crm", "crm.example"), asking));

        assertThat(list.outOfForce(event(Optional.of(Mark.TEST)), Tenancy.NONE))
                .containsExactly("wms");
        assertThat(list.outOfForce(event(Optional.empty()), Tenancy.NONE))
                .containsExactlyInAnyOrder("crm", "wms");
    }

    private static LifecycleEvent event(Optional<Mark> mark) {
        return new LifecycleEvent(
                "demo-shop:1/accepted",
                LifecycleEvent.Type.ACCEPTED,
                new OrderId("demo-shop", "1"),
                1000,
                Instant.EPOCH,
                "c-1",
                Map.of(),
                mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[hunter2", "null", "7"})
    void subscribers_that_are_no_json_array_fail_at_the_start(String json) {
        assertThatThrownBy(() -> list(json))
                .hasMessage("ORDERLOOM_SUBSCRIBERS is no JSON array; correct it")
                .hasNoCause();
    }

    @Test
    void a_subscriber_gets_webhooks_of_version_1_by_default() {
        var crm = list("[%s]".formatted(CRM)).named("crm").orElseThrow().subscriber();

        assertThat(crm.kind()).isEqualTo("webhook");
        assertThat(crm.events()).isEqualTo(EventVersion.V1);
    }

    @Test
    void a_subscriber_of_another_kind_has_the_settings_that_its_kind_defines() {
        var list =
                list(
                        "[%s,{\"name\":\"duty\",\"kind\":\"pager\",\"events\":\"v2\",\"number\":112,\"hours\":[\"day\",\"night\"]}]"
                                .formatted(CRM));

        var duty = list.named("duty").orElseThrow().subscriber();

        assertThat(duty.text("number")).contains("112");
        assertThat(duty.list("hours")).containsExactly("day", "night");
        assertThat(duty.events()).isEqualTo(EventVersion.V2);
        assertThat(list.all()).extracting(Recipient::name).containsExactly("crm", "duty");
    }

    @Test
    void an_endpoint_is_opened_when_settings_change_and_not_for_each_event() {
        var list = list("[{\"name\":\"duty\",\"kind\":\"pager\",\"number\":\"112\"}]");

        for (int i = 0; i < 3; i++) {
            var _ = list.audience(event(Optional.empty()), Tenancy.NONE);
        }
        var openedBefore = pager.opened.get();
        settings.put(
                "orderloom.subscribers",
                "[{\"name\":\"duty\",\"kind\":\"pager\",\"number\":\"999\"}]");
        var _ = list.audience(event(Optional.empty()), Tenancy.NONE);

        assertThat(openedBefore).isEqualTo(1);
        assertThat(pager.opened).hasValue(2);
    }

    private static String url(Recipient recipient) {
        return recipient.subscriber().text("url").orElse("none");
    }

    private SubscriberList list(String json) {
        settings.put("orderloom.subscribers", json);
        return new SubscriberList(
                new SmallRyeConfigBuilder().withSources(new Changeable(settings)).build(),
                Kinds.webhookAnd(pager),
                metrics);
    }

    private static String one(String name, String url) {
        return "{\"name\":\"%s\",\"url\":\"%s\",\"secrets\":[\"%s\"]}".formatted(name, url, KEY);
    }
}
