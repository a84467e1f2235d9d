package io.orderloom.simulation.oracle;

import io.orderloom.exception.OrderException;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.erp.SimulatedBooks;
import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.shop.Heard;
import io.orderloom.simulation.shop.PaymentBook;
import io.orderloom.simulation.shop.Placing;
import io.orderloom.simulation.shop.SimulatedOrder;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.topology.Queue;
import java.util.List;

/**
 * Compares what the shop was promised with what the ERP, the payment book and the subscribers have,
 * once the faults have stopped and everything that can be mended was mended. It looks from outside:
 * of the table it reads only why something waits for a person, what is kept, and the log.
 */
public record WorldAudit(
        SimulatedShop shop,
        SimulatedTable table,
        SimulatedQueues queues,
        SimulatedBooks books,
        PaymentBook till,
        Heard heard,
        Doings doings) {

    public Findings run() {
        var findings = new Findings();
        shop.orders().forEach(order -> check(order, findings));
        for (var queue : Queue.values()) {
            if (!queues.deadLetters(queue).isEmpty()) {
                findings.found(Kind.UNNAMED, queue.label(), "dead letters lie there");
            }
            exceptionsOf(queue)
                    .forEach(exception ->
                            findings.found(
                                    Kind.UNNAMED,
                                    queue.label(),
                                    "nobody drew why this is open: "
                                            + exception.fingerprint().text()));
        }
        doings.everSubscribed().forEach(subscriber -> away(subscriber, findings));
        heard.contradictions().forEach(c -> findings.found(Kind.UNNAMED, "subscribers", c));
        personalData(findings);
        return findings;
    }

    /** Checks a subscriber that was away. It has been back since the faults stopped. */
    private void away(String subscriber, Findings findings) {
        var partition = Partition.of(table, subscriber);
        if (partition.untold() > 0) {
            findings.found(
                    Kind.UNNAMED,
                    subscriber,
                    "%d events are kept for it, and were not told".formatted(partition.untold()));
        }
        partition
                .open()
                .forEach(outage ->
                        findings.found(
                                Kind.UNNAMED,
                                subscriber,
                                "is back, and still said to be away: "
                                        + outage.fingerprint().text()));
    }

    private void check(SimulatedOrder order, Findings findings) {
        boolean sent =
                !shop.silences(order, Placing.CREATED)
                        || (order.kind() == SimulatedOrder.Kind.CANCELLED
                                && !shop.silences(order, Placing.CANCELLED))
                        || (order.kind() == SimulatedOrder.Kind.PAID_LATER
                                && !shop.silences(order, Placing.PAID));
        if (!shop.taken(order).isEmpty()) {
            new OrderAudit(this, order, findings).check();
        } else if (sent) {
            findings.found(
                    Kind.LOST, SimulatedShop.id(order).toString(), "no webhook of it was taken");
        } else if (!Partition.of(table, SimulatedShop.id(order)).isNextToEmpty()) {
            findings.found(
                    Kind.UNNAMED,
                    SimulatedShop.id(order).toString(),
                    "is known, and was never told");
        }
    }

    private void personalData(Findings findings) {
        var check = new PersonalDataCheck();
        shop.orders().stream()
                .filter(order -> doings.isErased(SimulatedShop.id(order)))
                .forEach(order -> check.erased(order.buyer(), SimulatedShop.id(order)));
        check.wrong(table).forEach(w -> findings.found(Kind.UNNAMED, "personal data", w));
    }

    /** Adds the findings that a sweep should have cleared up. */
    public void swept(Findings findings) {
        for (var order : shop.orders()) {
            var id = SimulatedShop.id(order);
            new WorkListCheck(Partition.of(table, id))
                    .unswept()
                    .forEach(wrong -> findings.found(Kind.UNNAMED, id.toString(), wrong));
        }
    }

    /** The exceptions of dead letters that name no order. */
    public List<OrderException> exceptionsOf(Queue queue) {
        return Partition.of(table, queue).open();
    }

    /** The bodies of those dead letters, as they came. */
    public List<String> lettersOf(Queue queue) {
        return Partition.of(table, queue).letters();
    }
}
