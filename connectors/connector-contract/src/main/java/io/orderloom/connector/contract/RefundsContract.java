package io.orderloom.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.orderloom.channel.Refunds;
import io.orderloom.channel.Refunds.Failed;
import io.orderloom.channel.Refunds.RefundAnswer;
import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.channel.Refunds.Settled;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.source.SourceInstance;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules that every channel which gives money back has to keep; each adapter's test extends this
 * class.
 */
public abstract class RefundsContract {
    private static final Money PAID = Money.of("46.87", "EUR");

    private RefundsSide channel;

    protected abstract Refunds refunds();

    protected abstract RefundsSide side() throws Exception;

    @BeforeEach
    void openTheChannel() throws Exception {
        channel = side();
    }

    @AfterEach
    void closeTheChannel() {
        channel.close();
    }

    @Test
    void the_connector_is_chosen_by_the_name_that_its_instances_have() {
        assertThat(refunds().connector()).isEqualTo(channel.instance().connector());
    }

    @Test
    void all_that_is_owed_is_given_back_once() {
        var order = channel.paid(PAID);

        var answer = ask(order, PAID);

        assertSettled(answer, PAID);
        assertThat(channel.givenBack(order)).isEqualTo(PAID);
    }

    @Test
    void a_part_is_given_back_and_no_more() {
        var order = channel.paid(PAID);
        var owed = Money.of("10.00", "EUR");

        var answer = ask(order, owed);

        assertSettled(answer, owed);
        assertThat(channel.givenBack(order)).isEqualTo(owed);
    }

    @Test
    void a_repetition_answers_the_same_refund_and_gives_nothing() {
        var order = channel.paid(PAID);
        var first = ask(order, PAID);

        var second = ask(order, PAID);

        assertThat(second).isEqualTo(first).isInstanceOf(Settled.class);
        assertThat(channel.givenBack(order)).isEqualTo(PAID);
    }

    @Test
    void money_that_was_given_under_another_key_is_not_given_again() {
        var order = channel.paid(PAID);
        ask(order, PAID);

        var other = refunds().refund(channel.instance(), request(order, PAID, "another"));

        assertThat(other).isNotInstanceOf(Refunds.Pending.class);
        assertThat(channel.givenBack(order)).isEqualTo(PAID);
    }

    @Test
    void more_than_the_buyer_paid_is_refused_whole() {
        var order = channel.paid(PAID);

        var fault = fault(ask(order, Money.of("46.88", "EUR")));

        assertThat(fault).isInstanceOf(Fault.Rejected.class);
        assertThat(fault.detail()).contains("46.88").contains("46.87");
        assertThat(channel.givenBack(order)).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void six_that_ask_at_the_same_moment_end_with_one_refund() throws Exception {
        var order = channel.paid(PAID);
        var barrier = new CyclicBarrier(6);
        Callable<RefundAnswer> once =
                () -> {
                    barrier.await();
                    return ask(order, PAID);
                };

        var answers = new ArrayList<Future<RefundAnswer>>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                answers.add(threads.submit(once));
            }
        }

        for (var answer : answers) {
            assertSettled(answer.get(), PAID);
        }
        assertThat(channel.givenBack(order)).isEqualTo(PAID);
    }

    @Test
    void a_lost_answer_is_no_refusal_and_the_next_attempt_finds_the_refund() {
        var order = channel.paid(PAID);
        channel.next(RefundsSide.Trouble.LOSES_ITS_ANSWER);

        var lost = fault(ask(order, PAID));
        var found = ask(order, PAID);

        assertThat(lost).isInstanceOf(Fault.InDoubt.class);
        assertSettled(found, PAID);
        assertThat(channel.givenBack(order)).isEqualTo(PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundsSide.Trouble.class,
            names = {"IS_BUSY", "FAILS"})
    void trouble_that_passes_is_told_apart_and_gives_nothing_back(RefundsSide.Trouble trouble) {
        var order = channel.paid(PAID);
        channel.next(trouble);

        var fault = fault(ask(order, PAID));

        switch (trouble) {
            case IS_BUSY ->
                    assertThat(fault)
                            .asInstanceOf(type(Fault.RateLimited.class))
                            .extracting(Fault.RateLimited::retryAfter)
                            .isEqualTo(RefundsSide.ASKED_WAIT);
            // A write whose failure does not say that nothing was done may have been done.
            case FAILS ->
                    assertThat(fault).isInstanceOfAny(Fault.Transient.class, Fault.InDoubt.class);
            case LOSES_ITS_ANSWER ->
                    throw new AssertionError("it is no trouble that gives nothing");
        }
        assertThat(channel.givenBack(order)).isEqualTo(Money.of("0.00", "EUR"));
        assertSettled(ask(order, PAID), PAID);
    }

    @Test
    void an_order_that_the_channel_does_not_know_is_refused_by_its_id() {
        var unknown = new OrderId(channel.instance().name(), "999999999");

        var fault = fault(ask(unknown, PAID));

        assertThat(fault)
                .asInstanceOf(type(Fault.Rejected.class))
                .extracting(Fault.Rejected::subject)
                .isEqualTo("999999999");
    }

    @Test
    void a_token_that_is_not_accepted_is_no_fault_of_the_order() {
        var order = channel.paid(PAID);

        var fault = fault(ask(channel.unaccepted(), order));

        assertThat(fault).isInstanceOf(Fault.Unauthorized.class);
        assertThat(channel.givenBack(order)).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void an_instance_without_an_address_says_which_one_it_is() {
        var order = channel.paid(PAID);

        var fault = fault(ask(channel.unconfigured(), order));

        assertThat(fault).isInstanceOf(Fault.Rejected.class);
        assertThat(fault.detail()).contains(channel.unconfigured().name());
    }

    private RefundAnswer ask(OrderId order, Money owed) {
        return refunds().refund(channel.instance(), request(order, owed, "refund/1"));
    }

    private RefundAnswer ask(SourceInstance instance, OrderId order) {
        return refunds().refund(instance, request(order, PAID, "refund/1"));
    }

    private static RefundRequest request(OrderId order, Money owed, String key) {
        return new RefundRequest(
                order, new Amount(owed, owed), order + "/" + key, "Cancelled: customer");
    }

    private static Fault fault(RefundAnswer answer) {
        assertThat(answer).isInstanceOf(Failed.class);
        return ((Failed) answer).fault();
    }

    private static void assertSettled(RefundAnswer answer, Money amount) {
        assertThat(answer)
                .asInstanceOf(type(Settled.class))
                .satisfies(settled -> {
                    assertThat(settled.amount()).isEqualTo(new Amount(amount, amount));
                    assertThat(settled.reference()).isNotBlank();
                });
    }
}
