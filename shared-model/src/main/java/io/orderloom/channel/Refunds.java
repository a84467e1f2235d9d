package io.orderloom.channel;

import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;

/** Gives money back to the buyer through the channel that took it. */
public interface Refunds {

    /** The name by which {@link ChannelSettings#platform()} chooses it. */
    String platform();

    /**
     * Records a refund under a key. Looks first for what is there: a repetition finds the refund of
     * the first attempt, and what somebody else has given back meanwhile is not given again.
     */
    RefundAnswer refund(ChannelSettings settings, RefundRequest request);

    /**
     * @param amount what is still owed to the buyer
     * @param key the same for every attempt
     */
    record RefundRequest(OrderId order, Amount amount, String key, String reason) {}

    sealed interface RefundAnswer permits Settled, Failed {}

    /**
     * @param reference the channel's id of the refund
     * @param amount what was given back under this key, or adopted
     */
    record Settled(String reference, Amount amount) implements RefundAnswer {}

    record Failed(Fault fault) implements RefundAnswer {}
}
