package io.orderloom.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.DueWork;
import io.orderloom.core.StatusRules;
import io.orderloom.core.Transitions;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Units;
import io.orderloom.order.Line;
import io.orderloom.sample.Samples;
import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final long HISTORIES = Long.getLong("orderloom.histories", 20_000);

    @Test
    void drawn_histories_hold_seed_1() {
        var broken =
                LongStream.rangeClosed(1, HISTORIES)
                        .parallel()
                        .mapToObj(seed -> Proof.broken(World.history(seed)))
                        .flatMap(Optional::stream)
                        .limit(3)
                        .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void drawn_orders_are_of_every_size_currency_and_kind_of_line_seed_1() {
        var currencies = new HashSet<String>();
        var types = new HashSet<Line.Type>();
        int most = 0;
        int least = Integer.MAX_VALUE;
        for (long seed = 1; seed <= 2_000; seed++) {
            var order = ((Fact.OrderPlaced) World.history(seed).facts().getFirst()).order();
            currencies.add(order.declared().total().transaction().currency().code());
            order.lines().forEach(line -> types.add(line.type()));
            most = Math.max(most, order.lines().size());
            least = Math.min(least, order.lines().size());
        }

        assertThat(currencies).containsExactlyInAnyOrder("EUR", "JPY", "KWD");
        assertThat(types)
                .contains(Line.Type.PRODUCT, Line.Type.TIP, Line.Type.FEE, Line.Type.GIFT_CARD);
        assertThat(least).isEqualTo(1);
        assertThat(most).isGreaterThan(100);
    }

    @Test
    void drawn_histories_make_legal_moves_only_seed_1() {
        var illegal = new TreeSet<String>();
        for (long seed = 1; seed <= HISTORIES / 10; seed++) {
            var random = new SplittableRandom(seed);
            var facts = World.history(seed).facts();
            var run = new Run(facts.getFirst().orderId(), World.PROFILE);
            for (var fact : Permutations.shuffled(facts, random)) {
                var before = StatusRules.of(run.state());
                illegal.addAll(
                        Transitions.illegal(before, StatusRules.of(run.ingest(fact).state())));
            }
        }

        assertThat(illegal).isEmpty();
    }

    @Test
    void every_awaited_message_was_sent_before_under_the_same_id_seed_1() {
        var posts = new TreeSet<String>();
        for (long seed = 1; seed <= HISTORIES / 10; seed++) {
            var facts = World.history(seed).facts();
            var run = new Run(facts.getFirst().orderId(), World.PROFILE);
            for (var fact : Permutations.shuffled(facts, new SplittableRandom(seed))) {
                run.ingest(fact);
                for (var signal : DueWork.signals(run.state())) {
                    posts.add(signal.getClass().getSimpleName());
                    assertThat(run.messages()).containsEntry(signal.id(), signal);
                }
            }
        }

        assertThat(posts).containsExactly("Compensate", "PostOrder");
    }

    /**
     * An order that was allocated unit by unit, 10,000 times, is in the end about as small as one
     * that has just been placed.
     */
    @Test
    void the_state_grows_with_lines_and_not_with_history() {
        var story = new Story(Samples.ORDER, Samples.NOW);
        story.placed(Samples.order());
        for (int i = 0; i < 10_000; i++) {
            story.allocated(Units.of("1", 1));
        }

        var run = Run.of(NamedHistories.profile(), story.facts());
        var placed = Run.of(NamedHistories.profile(), story.facts().subList(0, 1));

        int grown = run.state().toString().length() - placed.state().toString().length();
        assertThat(grown).isLessThan(100);
        assertThat(run.state().version()).isEqualTo(10_001);
    }
}
