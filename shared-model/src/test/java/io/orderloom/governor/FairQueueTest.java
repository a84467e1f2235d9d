package io.orderloom.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.governor.FairQueue.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairQueueTest {

    @Test
    void a_channel_with_one_order_goes_before_the_second_of_a_channel_with_many() {
        var turns = new FairQueue<String>();
        for (int i = 1; i <= 9; i++) {
            turns.add("many", "many-" + i);
        }
        turns.add("one", "one-1");

        var all = new ArrayList<String>();
        for (var turn = turns.next(); turn.isPresent(); turn = turns.next()) {
            all.add(turn.get().work());
            turns.done(turn.get());
        }

        assertThat(all).startsWith("many-1", "one-1", "many-2").hasSize(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_waiting_channel_with_the_fewest_slots_comes_next(long seed) {
        var random = new Random(seed);
        int room = 2 + random.nextInt(4);
        var turns = new FairQueue<Integer>();
        for (int work = 0; work < 60; work++) {
            turns.add("channel-" + random.nextInt(1 + random.nextInt(4)), work);
        }
        var running = new ArrayList<Turn<Integer>>();
        var served = new ArrayList<Integer>();

        while (served.size() < 60) {
            while (running.size() < room) {
                var before = List.copyOf(running);
                var next = turns.next();
                if (next.isEmpty()) {
                    break;
                }
                running.add(next.get());
                served.add(next.get().work());
                assertThat(turns.waitingChannels())
                        .allSatisfy(channel ->
                                assertThat(count(before, channel))
                                        .isGreaterThanOrEqualTo(count(before, chosen(next))));
            }
            var ended = running.remove(random.nextInt(running.size()));
            turns.done(ended);
        }

        assertThat(served).doesNotHaveDuplicates().hasSize(60);
    }

    private static String chosen(Optional<Turn<Integer>> next) {
        return next.orElseThrow().channel();
    }

    private static int count(List<Turn<Integer>> running, String channel) {
        return (int) running.stream().filter(turn -> turn.channel().equals(channel)).count();
    }
}
