package io.orderloom.simulation.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subscribers of several kinds, each told by the connector of its own. */
class KindsTest {
    private static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=%s";
    private static final InstantSource CLOCK = InstantSource.fixed(Scheduler.START);

    private final Noting pager = new Noting("pager");
    private final Noting fax = new Noting("fax");

    @Test
    void each_subscriber_gets_events_through_the_connector_of_its_kind() {
        var function = function("pager", "fax", "pager");

        function.tell(Events.of(1));
        function.turn();

        assertThat(pager.told).containsExactlyInAnyOrder("pager-0", "pager-2");
        assertThat(fax.told).containsExactly("fax-1");
        assertThat(function.queue.isEmpty()).isTrue();
    }

    @Test
    void only_the_events_of_a_kind_without_a_connector_wait() {
        var function = function("pager", "pigeon");
        function.tell(Events.of(1));
        function.turn();
        var toldMeanwhile = List.copyOf(pager.told);
        boolean waits = !function.queue.isEmpty();

        function.subscribers(
                List.of(
                        of("pager", 0),
                        new Subscriber("pigeon-1", "fax", EventVersion.V1, false, Map.of())));
        function.turn();

        assertThat(toldMeanwhile).containsExactly("pager-0");
        assertThat(waits).isTrue();
        assertThat(fax.told).containsExactly("pigeon-1");
    }

    @Test
    void an_event_that_is_delivered_again_stays_in_the_trace_of_its_first_delivery() {
        var function = function("pager");
        pager.takes = false;
        function.tell(Events.of(1));
        function.turn(TRACE.formatted("53995c3f42cd8ad8"));

        pager.takes = true;
        function.turn(TRACE.formatted("0000000000000001"));

        assertThat(pager.events)
                .hasSize(2)
                .extracting(event -> event.traceparent().orElse("none"))
                .containsOnly("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00");
    }

    private Alone function(String... kinds) {
        var list = new ArrayList<Subscriber>();
        for (var kind : kinds) {
            list.add(of(kind, list.size()));
        }
        return new Alone(CLOCK, List.of(pager, fax), list);
    }

    private static Subscriber of(String kind, int place) {
        return new Subscriber(kind + "-" + place, kind, EventVersion.V2, false, Map.of());
    }

    /** A connector that notes what it is to deliver. */
    private static final class Noting implements SubscriberConnector {
        final List<String> told = new ArrayList<>();
        final List<LifecycleEvent> events = new ArrayList<>();
        boolean takes = true;
        private final String kind;

        Noting(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Map<String, String> check(Subscriber subscriber) {
            return Map.of();
        }

        @Override
        public SubscriberEndpoint open(Subscriber subscriber) {
            return outgoing -> take(outgoing.event(), subscriber.name());
        }

        private synchronized DeliveryAnswer take(LifecycleEvent event, String name) {
            events.add(event);
            if (!takes) {
                return new DeliveryAnswer.Failed(new Fault.Transient(name + " is away"));
            }
            told.add(name);
            return new DeliveryAnswer.Delivered();
        }
    }
}
