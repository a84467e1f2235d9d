package io.orderloom.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fact.Fact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import io.orderloom.order.Hold;
import io.orderloom.order.PersonalData;
import io.orderloom.reference.References;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.source.Source;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends that no connector of ours shows, with a source that says what a test wants. */
class CorpusFatesTest {
    @TempDir private Path temporary;

    @Test
    void an_order_with_a_hold_is_held() throws IOException {
        var hold =
                new ProcessFact.HoldPlaced(
                        Samples.provenance("hold", ProcessFact.HoldPlaced.KIND, Role.MIDDLEWARE),
                        Samples.ORDER,
                        "fraud-1",
                        Hold.Kind.FRAUD,
                        "a stolen card");

        var run = run(() -> stated(Samples.placed(), hold));

        assertThat(run.last()).startsWith("corpus: payloads=1 accepted=0 held=1 refused=0");
        assertThat(run.status()).isZero();
    }

    @Test
    void a_payload_that_says_nothing_new_is_accepted_in_a_column_of_its_own() throws IOException {
        var run = run(Translation.Silent::new);

        assertThat(run.line("toy/")).isEqualTo("toy/orders 1 1 1 0 0 0 0");
    }

    @Test
    void a_source_that_throws_gives_no_named_end() throws IOException {
        var run =
                run(() -> {
                    throw new IllegalStateException("a mistake");
                });

        assertThat(run.line("unnamed"))
                .startsWith("unnamed: toy/orders/1.json: IllegalStateException at ");
        assertThat(run.last()).endsWith("refused=0 unnamed=1 mismatched=0");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void a_mistake_that_a_source_reports_of_itself_is_no_refusal() throws IOException {
        var run =
                run(() ->
                        new Translation.Unreadable(
                                new Fault.Invalid("body", "the connector failed on it: Toy")));

        assertThat(run.last()).endsWith("refused=0 unnamed=1 mismatched=0");
    }

    @Test
    void a_payload_that_says_something_else_the_second_time_is_a_mismatch() throws IOException {
        var calls = new AtomicInteger();

        var run = run(() -> new Translation.Unread("topic-" + calls.incrementAndGet()));

        assertThat(run.last()).endsWith("refused=0 unnamed=0 mismatched=1");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void an_amount_that_was_read_as_another_is_a_mismatch() throws IOException {
        var toy = new Toy(() -> stated(Samples.placed()));
        var strict =
                new PlatformReader() {
                    @Override
                    public Source source() {
                        return toy;
                    }

                    @Override
                    public List<StatedAmount> amounts(Fact fact, JsonNode body) {
                        var stated = new BigDecimal(body.path("total").asText());
                        return List.of(new StatedAmount("total", stated, Money.of("38.34", "USD")));
                    }
                };

        var run = run(strict, "{\"total\": \"38.35\"}");

        assertThat(run.line("mismatched:"))
                .isEqualTo(
                        "mismatched: toy/orders/1.json: total is 38.35, but was read as 38.34 USD");
        assertThat(run.last()).endsWith("accepted=0 held=0 refused=0 unnamed=0 mismatched=1");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void a_body_of_the_wrong_form_under_a_topic_that_is_read_is_refused_for_its_form()
            throws IOException {
        var run =
                new CorpusFolder(temporary)
                        .with("shopify/orders-create/1.json", "{\"id\": 7, \"order_id\": 8}")
                        .run(Readers.all());

        assertThat(run.line("1 format"))
                .startsWith("1 format body: is not what orders/create sends");
    }

    private CorpusFolder.Run run(Supplier<Translation> says) throws IOException {
        return run(() -> new Toy(says), "{}");
    }

    private CorpusFolder.Run run(PlatformReader reader, String payload) throws IOException {
        return new CorpusFolder(temporary)
                .with("toy/orders/1.json", payload)
                .run(Readers.of(List.of(reader)));
    }

    private static Translation stated(Fact... facts) {
        return new Translation.Stated(List.of(Statement.of(List.of(facts), PersonalData.NONE)));
    }

    private record Toy(Supplier<Translation> says) implements Source {
        @Override
        public String name() {
            return "toy";
        }

        @Override
        public SystemRole role() {
            return SystemRole.COMMERCE;
        }

        @Override
        public Translation translate(
                SourceInstance instance,
                Payload payload,
                References references,
                String correlationId) {
            return says.get();
        }
    }
}
