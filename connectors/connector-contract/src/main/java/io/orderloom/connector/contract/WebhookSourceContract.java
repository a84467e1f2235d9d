package io.orderloom.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orderloom.fact.Fact;
import io.orderloom.fact.Role;
import io.orderloom.reference.References;
import io.orderloom.source.Payload;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.Source.Translation.Stated;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.WebhookSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules that every source of webhooks keeps, whatever its system sends. */
public abstract class WebhookSourceContract {
    private static final String CORRELATION = "7d1f0c1e";
    private static final int DRAWN = 200;

    private final WebhookSource source;
    private final SourceInstance instance;

    /**
     * @param instance with two secrets, the second of which is being rotated out
     */
    protected WebhookSourceContract(WebhookSource source, SourceInstance instance) {
        this.source = source;
        this.instance = instance;
    }

    /** Payloads without a card number, each of which states something; at least two. */
    protected abstract List<Payload> stating();

    /** The payload as the system sends it, signed with a secret. */
    protected abstract Payload signed(Payload payload, String secret);

    @Test
    void the_source_has_the_name_that_its_instances_give_as_type() {
        assertThat(source.name()).isEqualTo(instance.connector()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void a_payload_is_authentic_with_each_of_the_active_secrets_and_with_no_other() {
        for (var payload : stating()) {
            for (var secret : instance.secrets()) {
                assertThat(source.authentic(signed(payload, secret), instance.secrets())).isTrue();
            }
            var forged = signed(payload, "somebody else's");
            assertThat(source.authentic(forged, instance.secrets())).isFalse();
            assertThat(source.authentic(payload, instance.secrets())).isFalse();
            assertThat(source.authentic(forged, List.of())).isFalse();
        }
    }

    @Test
    void an_authentic_payload_of_which_one_byte_was_changed_is_not_authentic() {
        for (var payload : stating()) {
            var signed = signed(payload, instance.secrets().getFirst());
            var body = signed.bytes();
            body[body.length / 2] ^= 1;

            var changed = Payload.of(signed.headers(), body, signed.receivedAt());

            assertThat(source.authentic(changed, instance.secrets())).isFalse();
        }
    }

    @Test
    void a_payload_that_the_source_reads_is_not_malformed_and_keeps_every_byte() {
        for (var payload : stating()) {
            assertThat(source.malformed(payload)).isEmpty();
            var free = source.cardFree(payload);
            assertThat(free.places()).isEmpty();
            assertThat(free.payload().bytes()).isEqualTo(payload.bytes());
        }
    }

    @Test
    void the_same_payload_states_the_same_each_time() {
        for (var payload : stating()) {
            assertThat(translated(payload)).isEqualTo(translated(payload));
        }
    }

    /** Other headers don't reach the function that translates. */
    @Test
    void reading_a_payload_needs_only_the_headers_that_are_kept() {
        for (var payload : stating()) {
            var kept =
                    payload.headers().entrySet().stream()
                            .filter(header -> source.headersToKeep().contains(header.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

            var translated = translated(Payload.of(kept, payload.bytes(), payload.receivedAt()));

            assertThat(translated).isEqualTo(translated(payload));
        }
        assertThat(source.headersToKeep())
                .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void every_fact_is_one_that_its_role_may_state_under_a_key_of_its_instance() {
        for (var fact : facts()) {
            var provenance = fact.provenance();
            assertThat(source.role().states(provenance.role())).isTrue();
            assertThat(provenance.key().source()).isEqualTo(source.name() + "/" + instance.name());
            if (provenance.role() == Role.COMMERCE) {
                assertThat(fact.orderId().channelInstance()).isEqualTo(instance.name());
            }
        }
    }

    @Test
    void a_delivery_s_id_is_stable_can_be_part_of_a_key_and_tells_deliveries_apart() {
        var ids = stating().stream().map(source::deliveryId).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9._-]{1,128}"));
        assertThat(stating().stream().map(source::deliveryId).toList()).isEqualTo(ids);
    }

    @Test
    void no_payload_makes_the_source_throw() {
        var random = new Random(1);
        var bodies =
                stating().stream()
                        .flatMap(payload ->
                                IntStream.range(0, DRAWN)
                                        .mapToObj(_ -> damaged(payload.bytes(), random)))
                        .toList();

        for (var body : bodies) {
            var payload = Payload.of(Map.of(), body, stating().getFirst().receivedAt());
            assertThatCode(
                            () -> {
                                source.authentic(payload, instance.secrets());
                                source.deliveryId(payload);
                                if (source.malformed(payload).isEmpty()) {
                                    source.cardFree(payload);
                                }
                                source.translate(instance, payload, References.none(), CORRELATION);
                            })
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] damaged(byte[] body, Random random) {
        var damaged = Arrays.copyOf(body, random.nextInt(body.length + 1));
        for (int i = 0; i < 3 && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private List<Fact> facts() {
        return stating().stream()
                .map(this::translated)
                .map(Stated.class::cast)
                .flatMap(stated -> stated.facts().stream())
                .toList();
    }

    private Translation translated(Payload payload) {
        return source.translate(instance, payload, References.none(), CORRELATION);
    }
}
