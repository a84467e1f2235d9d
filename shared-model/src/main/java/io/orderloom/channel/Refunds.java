package io.orderloom.channel;

import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.source.SourceInstance;

/** Gives money back to the buyer through the channel that took it. */
public interface Refunds {

    /** The name by which {@link SourceInstance#connector()} chooses it. */
    String connector();

    /**
     * Records a refund under a key. It looks first for refunds that exist: a repetition finds the
     * refund of the first attempt, and money that somebody else has given back meanwhile is not
     * given again.
     */
    RefundAnswer refund(SourceInstance instance, RefundRequest request);

    /**
     * @param amount what is still owed to the buyer
     * @param key the same for every attempt
     * @param afterFailure whether an earlier refund failed and a person requested it again: a
     *     refund under this key that the payment provider refused is then no reason not to give the
     *     money
     */
    record RefundRequest(
            OrderId order, Amount amount, String key, String reason, boolean afterFailure) {

        public RefundRequest(OrderId order, Amount amount, String key, String reason) {
            this(order, amount, key, reason, false);
        }
    }

    sealed interface RefundAnswer permits Settled, Pending, Failed {}

    /**
     * @param reference the channel's id of the refund
     * @param amount what was given back under this key, or adopted
     */
    record Settled(String reference, Amount amount) implements RefundAnswer {}

    /**
     * A refund, ours or somebody else's, is on its way and has not ended: no more money is given
     * until it has.
     *
     * @param reference the channel's id of that refund
     * @param amount the money that the buyer is to get by it
     */
    record Pending(String reference, Money amount) implements RefundAnswer {}

    record Failed(Fault fault) implements RefundAnswer {}
}
