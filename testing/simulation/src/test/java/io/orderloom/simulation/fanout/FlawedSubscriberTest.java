package io.orderloom.simulation.fanout;

import static io.orderloom.sample.Webhooks.webhook;
import static io.orderloom.simulation.fanout.Town.ODD;
import static io.orderloom.simulation.fanout.Town.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.fanout.Town.Manner;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A subscriber with an invalid value in its settings. */
class FlawedSubscriberTest {
    private static final Manner TAKES_ALL = _ -> new Delivered();
    private static final String KEY = SubscriberDoor.SECRET;

    @Test
    void only_the_events_of_a_subscriber_with_a_bad_key_wait_until_it_is_corrected() {
        var town = new Town(TAKES_ALL);
        town.function.subscribers(
                List.of(webhook(ODD, "https://x", List.of(KEY + "\n")), Town.sound(WELL)));
        town.function.tell(Events.of(1));
        town.run(Duration.ofHours(30));
        var heardMeanwhile = town.heard(ODD);

        town.function.subscribers(List.of(Town.sound(ODD), Town.sound(WELL)));
        town.run(Duration.ofHours(2));

        assertThat(town.heard(WELL)).containsExactly(Duration.ZERO);
        assertThat(heardMeanwhile).isEmpty();
        assertThat(town.heard(ODD)).hasSize(1);
        assertThat(town.function.open()).isEmpty();
        assertThat(town.function.queue.isEmpty()).isTrue();
    }

    @Test
    void a_bad_address_put_in_while_the_function_runs_leaves_the_good_one_in_force() {
        var town = new Town(TAKES_ALL);
        town.function.tell(Events.of(1));
        town.run(Duration.ofMinutes(1));

        town.function.subscribers(List.of(webhook(ODD, "x", List.of(KEY)), Town.sound(WELL)));
        town.function.tell(Events.of(2));
        town.run(Duration.ofMinutes(1));

        assertThat(town.heard(ODD)).hasSize(2);
        assertThat(town.heard(WELL)).hasSize(2);
    }
}
