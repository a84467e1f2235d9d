package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.core.Posting;
import io.orderloom.fact.Fact;
import io.orderloom.history.NamedHistories;
import io.orderloom.history.Permutations;
import io.orderloom.history.Run;
import io.orderloom.history.World;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.HashChain.Link;
import io.orderloom.sample.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The order can be rebuilt from its log: as bytes, as a hash chain, and from older schema versions.
 */
class OrderLogTest {

    static List<String> names() {
        return List.copyOf(NamedHistories.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_stored_log_replays_to_the_stored_state_byte_for_byte(String name) {
        var facts = NamedHistories.named(name);
        var run = Run.of(NamedHistories.profile(), facts);

        var stored = stored(run, facts);
        var read = stored.stream().map(e -> Json.readLogEntry(e, LogEntry.class)).toList();

        var replayed = LogEntry.replay(Samples.ORDER, read);
        assertThat(Json.bytes(replayed)).isEqualTo(Json.bytes(run.state()));
        assertThat(Json.read(Json.bytes(run.state()), OrderState.class)).isEqualTo(run.state());
        assertThat(Json.bytes(Json.read(Json.bytes(run.state()), OrderState.class)))
                .isEqualTo(Json.bytes(run.state()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_state_is_the_same_bytes_in_whatever_order_facts_came(String name) {
        var facts = NamedHistories.named(name);
        var asTold = Json.bytes(Run.of(NamedHistories.profile(), facts).state());
        var random = new SplittableRandom(name.hashCode());

        for (int i = 0; i < 100; i++) {
            var run = Run.of(NamedHistories.profile(), Permutations.shuffled(facts, random));

            assertThat(Json.bytes(run.state())).isEqualTo(asTold);
        }
    }

    @Test
    void drawn_histories_replay_byte_for_byte_seeds_1_to_200() {
        for (long seed = 1; seed <= 200; seed++) {
            var facts = World.history(seed).facts();
            var run = Run.of(World.PROFILE, facts);

            var read =
                    stored(run, facts).stream()
                            .map(e -> Json.readLogEntry(e, LogEntry.class))
                            .toList();

            assertThat(Json.bytes(LogEntry.replay(run.state().id(), read)))
                    .isEqualTo(Json.bytes(run.state()));
        }
    }

    @Test
    void states_change_sets_and_messages_state_their_schema() {
        var run = Run.of(NamedHistories.profile(), NamedHistories.named("split shipment"));

        assertThat(Json.text(run.state())).contains("\"schema\":3");
        assertThat(Json.text(run.log().getFirst())).contains("\"schema\":2");
        assertThat(run.messages().values())
                .allSatisfy(m -> assertThat(Json.text(m)).contains("\"schema\":2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void a_change_of_a_log_is_found_at_the_entry_that_was_changed(int at) {
        var facts = NamedHistories.named("split shipment");
        var chain = chain(stored(Run.of(NamedHistories.profile(), facts), facts));
        assertThat(HashChain.broken(chain)).isEmpty();

        var forged = chain.get(at).entry().asUtf8String().replace("\"version\":", "\"version\":1");
        chain.set(at, new Link(SdkBytes.fromUtf8String(forged), chain.get(at).hash()));

        assertThat(HashChain.broken(chain)).hasValue(at);
    }

    @Test
    void a_removed_entry_of_a_log_is_missed() {
        var facts = NamedHistories.named("split shipment");
        var chain = chain(stored(Run.of(NamedHistories.profile(), facts), facts));

        chain.remove(2);

        assertThat(HashChain.broken(chain)).hasValue(2);
    }

    private static List<byte[]> stored(Run run, List<Fact> facts) {
        var byKey =
                facts.stream()
                        .collect(Collectors.toMap(f -> f.provenance().key(), Function.identity()));
        return run.log().stream()
                .map(set -> Json.bytes(LogEntry.of(fact(byKey.get(set.factKey())), set)))
                .toList();
    }

    private static Fact fact(@Nullable Fact fact) {
        return Objects.requireNonNull(fact);
    }

    private static List<Link> chain(List<byte[]> entries) {
        var chain = new ArrayList<Link>();
        var before = SdkBytes.fromByteArray(new byte[0]);
        for (var bytes : entries) {
            var entry = SdkBytes.fromByteArray(bytes);
            before = HashChain.next(before, entry);
            chain.add(new Link(entry, before));
        }
        return chain;
    }

    @Test
    void a_log_of_version_1_is_read_and_gives_the_state_of_today() throws IOException {
        var log = firstVersion();

        var state = (OrderState.Placed) LogEntry.replay(Samples.ORDER, log);

        assertThat(state.version()).isEqualTo(5);
        assertThat(state.total()).isEqualTo(Samples.usd("38.34"));
        assertThat(state.posting()).isInstanceOf(Posting.Cancelled.class);
        assertThat(state.refundable()).isEqualTo(Samples.usd("0.00"));
        assertThat(state.quantities()).allMatch(line -> line.active().isZero());
        assertThat(state.quantities().getFirst().cancelled().toString()).isEqualTo("2");
    }

    @Test
    void messages_of_a_log_of_version_1_keep_the_ids_under_which_they_were_sent()
            throws IOException {
        var ids =
                firstVersion().stream()
                        .map(LogEntry::changeSet)
                        .flatMap(set -> Consequences.of(set).stream())
                        .map(Message::id)
                        .toList();

        assertThat(ids)
                .containsExactly(
                        "demo-shop:450789469/1.0",
                        "demo-shop:450789469/1.1",
                        "demo-shop:450789469/2.0",
                        "demo-shop:450789469/3.0",
                        "demo-shop:450789469/3.1",
                        "demo-shop:450789469/4.0",
                        "demo-shop:450789469/4.1",
                        "demo-shop:450789469/5.0");
    }

    @Test
    void an_upcast_change_set_is_written_in_the_current_schema() throws IOException {
        assertThat(firstVersion())
                .allSatisfy(entry -> {
                    var again = Json.readLogEntry(Json.bytes(entry), LogEntry.class);
                    assertThat(again).isEqualTo(entry);
                    assertThat(again.changeSet().schema()).isEqualTo(ChangeSet.SCHEMA);
                });
    }

    @Test
    void an_entry_of_a_newer_version_is_refused_by_name() {
        var newer =
                "{\"digest\":\"\",\"changeSet\":{\"schema\":99}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.readLogEntry(newer, LogEntry.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changeSet.schema 99");
    }

    /** Written by version 1: placed, posted, cancelled, cancelled in the ERP, refunded. */
    private static List<LogEntry> firstVersion() throws IOException {
        try (var file = OrderLogTest.class.getResourceAsStream("log-v1.jsonl")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line ->
                            Json.readLogEntry(
                                    line.getBytes(StandardCharsets.UTF_8), LogEntry.class))
                    .toList();
        }
    }
}
