package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.source.Source.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any damaged payload gives facts or is rejected with a field. */
class MutationTest {
    private static final int MUTANTS = 500;

    /** The wording of the last safeguard, for a payload that should have been rejected earlier. */
    private static final String UNTHOUGHT_OF = "the connector failed on it";

    private static final List<String> SAMPLES =
            List.of(
                    "several-lines",
                    "stacked-discounts",
                    "discount-on-shipping",
                    "taxes-included",
                    "additional-fee",
                    "buyer-in-another-currency",
                    "paid-in-part-in-another-currency",
                    "yen",
                    "tip-as-a-total",
                    "duties",
                    "refunded-in-part",
                    "cancelled",
                    "point-of-sale",
                    "from-before-sets",
                    "discounts-of-which-only-the-sum-is-stated");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_mutated_payload_never_makes_the_connector_or_the_core_throw(long seed) {
        var samples = Stream.concat(Stream.of(BadInput.sound()), samples()).toList();
        var random = new SplittableRandom(seed);

        for (int i = 0; i < MUTANTS; i++) {
            long of = random.nextLong();
            var sample = samples.get(Math.floorMod(of, samples.size()));
            var mutant = new Mutator(of).mutated(sample).toString();
            for (var topic : List.of("orders/create", "orders/cancelled")) {
                check(mutant, topic);
            }
        }
    }

    @Test
    void a_mutated_byte_never_makes_the_connector_throw_seed_1() {
        var random = new SplittableRandom(1);
        var sound = BadInput.sound().toString().getBytes(UTF_8);

        for (int i = 0; i < 5_000; i++) {
            var mutant = sound.clone();
            for (int times = random.nextInt(1, 4); times > 0; times--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            check(mutant, "orders/create");
        }
    }

    private static void check(String mutant, String topic) {
        check(mutant.getBytes(UTF_8), topic);
    }

    private static void check(byte[] mutant, String topic) {
        switch (Webhooks.translate(topic, mutant)) {
            case Translation.Unreadable(var fault) -> {
                assertThat(fault.path()).as(() -> new String(mutant, UTF_8)).isNotBlank();
                assertThat(fault.detail())
                        .as(() -> new String(mutant, UTF_8))
                        .doesNotContain(UNTHOUGHT_OF);
            }
            // The damaged body now shows that it is about something else.
            case Translation.Unread _, Translation.Silent _, Translation.Described _ -> {}
            case Translation.Stated stated ->
                    assertThat(BadInput.decided(stated.facts()))
                            .as(() -> new String(mutant, UTF_8))
                            .doesNotContain(UNTHOUGHT_OF);
        }
    }

    private static Stream<ObjectNode> samples() {
        return SAMPLES.stream().map(MutationTest::sample);
    }

    private static ObjectNode sample(String name) {
        var resource = "sample/" + name + ".json";
        try (var in = MutationTest.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return (ObjectNode) BadInput.json(new String(bytes, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
