package io.orderloom.connector.contract;

import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.source.SourceInstance;
import java.time.Duration;

/** A channel that gives money back, real and in the test's hands. */
public interface RefundsSide extends AutoCloseable {
    /** The wait that it requests while it takes no call. */
    Duration ASKED_WAIT = Duration.ofSeconds(20);

    /** The troubles that the next refund can run into. */
    enum Trouble {
        /** It takes no call for {@link #ASKED_WAIT}, says so, and gives nothing back. */
        IS_BUSY,
        /** It is out of order, says so, and gives nothing back. */
        FAILS,
        /** It gives the money back, and its answer is lost. */
        LOSES_ITS_ANSWER
    }

    /** The settings by which the connector reaches it. */
    SourceInstance instance();

    /** Settings with a token that it does not accept. */
    SourceInstance unaccepted();

    /** Settings that name no address of it. */
    SourceInstance unconfigured();

    /** Makes a new order of which the buyer paid this, and whose money may be given back. */
    OrderId paid(Money amount);

    /** All money of the order that it has given back, as it counts itself. */
    Money givenBack(OrderId order);

    void next(Trouble trouble);

    @Override
    void close();
}
