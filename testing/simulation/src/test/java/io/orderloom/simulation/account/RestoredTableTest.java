package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.erp.ErpDocument.State;
import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table restored from a backup while the ERP kept its documents. */
class RestoredTableTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static Shift until(String instant) {
        return new Shift(Map.of("orderloom.look-first-until", instant));
    }

    @Test
    void a_document_that_the_table_has_forgotten_is_adopted_and_not_posted_again() {
        var shift = until("2026-12-02T10:00:00Z");
        shift.erp.enter(Shift.DOCUMENT, "38.34", State.CONFIRMED);

        shift.told(Samples.placed());
        shift.passes(A_WHILE);

        assertThat(shift.erp.calls).containsExactly("find");
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void an_order_that_the_erp_does_not_have_is_posted_after_a_look_up() {
        var shift = until("2026-12-02T10:00:00Z");

        shift.told(Samples.placed());
        shift.passes(A_WHILE);

        assertThat(shift.erp.calls).containsExactly("find", "post");
        assertThat(shift.erp.books).containsKey(Shift.DOCUMENT);
    }

    @Test
    void a_look_up_that_fails_leaves_a_doubt_and_is_made_again() {
        var shift = until("2026-12-02T10:00:00Z");
        shift.erp.blind = Optional.of(new Fault.Transient("HTTP 502"));
        shift.told(Samples.placed());
        shift.passes(A_WHILE);
        assertThat(shift.erp.calls).isNotEmpty().containsOnly("find");

        shift.erp.blind = Optional.empty();
        shift.passes(Duration.ofHours(1));

        assertThat(shift.erp.calls).containsOnlyOnce("post");
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void after_the_restore_period_a_first_call_is_made_without_a_look_up() {
        var shift = until("2026-11-25T09:59:59Z");

        shift.told(Samples.placed());
        shift.passes(A_WHILE);

        assertThat(shift.erp.calls).containsExactly("post");
    }
}
