package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.Refunds;
import io.orderloom.erp.ErpDocument;
import io.orderloom.exception.OrderException;
import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An account that rejects our credentials or limits our rate raises no exception for any order. */
class AccountTroubleTest {
    private static final Duration A_WHILE = Duration.ofHours(1);

    private final Shift shift = new Shift();

    private void cancelled() {
        shift.told(Samples.placed());
        shift.passes(Duration.ofMinutes(1));
        shift.told(Samples.cancelled());
    }

    @Test
    void ten_seconds_of_a_refused_shop_token_leave_no_refund_to_a_person() {
        shift.refunds.always = Optional.of(new Refunds.Failed(new Fault.Unauthorized("HTTP 401")));
        cancelled();
        shift.passes(Duration.ofSeconds(10));
        shift.refunds.always = Optional.empty();

        shift.passes(A_WHILE);

        assertThat(shift.refunds.given).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_refused_shop_token_is_one_exception_of_the_account_and_the_shop_is_seldom_called() {
        shift.refunds.always = Optional.of(new Refunds.Failed(new Fault.Unauthorized("HTTP 401")));
        cancelled();

        shift.passes(A_WHILE);

        assertThat(shift.circuit("shopify/demo-shop")).isEqualTo("open");
        assertThat(shift.refunds.requests).hasSizeBetween(2, 14);
        assertThat(shift.kept())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.partition()).isEqualTo("ACCOUNT#shopify/demo-shop");
                    assertThat(kept.order()).isEmpty();
                    assertThat(kept.value().what().owner())
                            .isEqualTo(OrderException.Owner.INTEGRATION_TEAM);
                });
    }

    @Test
    void a_refused_erp_key_is_one_exception_of_the_account_until_it_is_taken() {
        shift.erp.always = Optional.of(new Fault.Unauthorized("HTTP 401"));
        shift.told(Samples.placed());
        shift.passes(A_WHILE);
        assertThat(shift.circuit(ScriptedErp.NAME)).isEqualTo("open");
        assertThat(shift.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.partition()).isEqualTo("ACCOUNT#scripted"));
        assertThat(shift.erp.calls).hasSizeBetween(2, 16);

        shift.erp.always = Optional.empty();
        shift.passes(A_WHILE);

        assertThat(shift.erp.books.values())
                .extracting(ErpDocument::state)
                .containsExactly(ErpDocument.State.CONFIRMED);
        assertThat(shift.circuit(ScriptedErp.NAME)).isEqualTo("closed");
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void an_erp_that_asks_for_a_pause_of_eleven_days_is_called_again_after_five_minutes() {
        shift.erp.always =
                Optional.of(new Fault.RateLimited(Duration.ofSeconds(999_999), "HTTP 429"));
        shift.told(Samples.placed());
        shift.passes(Duration.ofSeconds(5));
        assertThat(shift.erp.calls).hasSize(1);
        shift.erp.always = Optional.empty();

        shift.passes(Duration.ofMinutes(15));

        assertThat(shift.erp.books).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_shop_that_asks_for_a_pause_of_eleven_days_is_called_again_after_five_minutes() {
        shift.refunds.always =
                Optional.of(
                        new Refunds.Failed(
                                new Fault.RateLimited(Duration.ofSeconds(999_999), "HTTP 429")));
        cancelled();
        shift.passes(Duration.ofMinutes(1));
        assertThat(shift.refunds.requests).hasSize(1);
        shift.refunds.always = Optional.empty();

        shift.passes(Duration.ofMinutes(15));

        assertThat(shift.refunds.given).hasSize(1);
    }
}
