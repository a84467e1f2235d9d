package io.orderloom.kit.order;

import static io.orderloom.kit.order.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.exception.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Undelivered events of a subscriber are kept, whatever else is written at the same moment. */
class OutageTest {
    private static final AuditEntry OVER =
            AuditEntry.ourselves(NOW.plusSeconds(100), "all was told");

    private final Shelf shelf = new Shelf();

    private UntoldEvents.Listed listed(String subscriber) {
        return shelf.untold.listed(new Outage(subscriber), 100, new OneByOne());
    }

    private ExceptionRecord now(ExceptionRecord before) {
        return shelf.exceptions.find(before.partition(), before.fingerprint()).orElseThrow();
    }

    private void again(DeliverEvent message, Instant at) {
        shelf.untold.keep(message, at);
        shelf.store.openAsNews(
                new Outage(message.subscriber()).partition(),
                new Outage(message.subscriber()).exception("answered 503", at));
    }

    @Test
    void an_outage_with_an_event_that_arrived_since_it_was_read_is_not_closed() {
        var read = shelf.away("raced", 1);
        again(SampleEvents.owed("raced", 2), NOW.minusSeconds(50));

        boolean closed = shelf.exceptions.settle(read, OVER);

        assertThat(closed).isFalse();
        assertThat(now(read).value().live()).isTrue();
    }

    @Test
    void an_event_that_is_kept_after_the_outage_was_closed_reopens_it_whatever_the_clocks_say() {
        var read = shelf.away("behind", 1);
        assertThat(shelf.exceptions.settle(read, OVER)).isTrue();

        again(SampleEvents.owed("behind", 2), NOW.minusSeconds(50));

        assertThat(now(read).value().live()).isTrue();
    }

    @Test
    void a_delivered_event_is_not_kept_again_by_an_older_dead_letter() {
        shelf.away("told", 2);
        var first = SampleEvents.owed("told", 1);

        shelf.untold.told(first, NOW);
        boolean kept = shelf.untold.keep(first, NOW.plusSeconds(1));

        assertThat(kept).isFalse();
        assertThat(listed("told").untold())
                .extracting(one -> one.message().event().sequence())
                .containsExactly(2L);
        assertThat(listed("told").lastTold()).hasValue(NOW);
    }

    @Test
    void a_message_that_is_given_up_again_puts_its_event_back_and_an_older_one_does_not() {
        shelf.away("twice", 1);
        var kept = listed("twice").untold().getFirst();
        shelf.untold.sent(kept, NOW.plusSeconds(1));

        again(kept.message(), NOW.plusSeconds(2));
        assertThat(listed("twice").untold().getFirst().sent()).hasValue(NOW.plusSeconds(1));
        again(kept.again(), NOW.plusSeconds(3));

        assertThat(listed("twice").untold())
                .containsExactly(new Untold(kept.again(), NOW.plusSeconds(3), Optional.empty()));
    }
}
