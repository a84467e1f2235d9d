package io.orderloom.contract;

import io.orderloom.contract.compat.ReadBy;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.kit.order.DeadLetter;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.LogEntry;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import io.orderloom.reference.Reference;
import io.orderloom.task.Task;
import java.util.List;

/**
 * A type that is kept in the table or sent over a queue, and has a schema.
 *
 * @param name of its schema, for example {@code order-state}
 * @param where the sort key or the queues, by the names in the lists of the table's items and of
 *     the queues
 */
public record Kept(String name, Class<?> type, ReadBy readBy, String where) {

    public static final List<Kept> ALL =
            List.of(
                    new Kept("order", Order.class, ReadBy.STORE, "`DOC#<revision>`"),
                    new Kept("personal-data", PersonalData.class, ReadBy.STORE, "`PII`"),
                    new Kept("order-state", OrderState.class, ReadBy.STORE, "`STATE`"),
                    new Kept(
                            "log-entry",
                            LogEntry.class,
                            ReadBy.STORE,
                            "`FACT#<factKey>`, the newest also in `STATE`"),
                    new Kept("fact", Fact.class, ReadBy.STORE, "in log entries and states"),
                    new Kept("change-set", ChangeSet.class, ReadBy.STORE, "in log entries"),
                    new Kept("task", Task.class, ReadBy.STORE, "`TASK#<kind>#<ordinal>`"),
                    new Kept(
                            "exception",
                            OrderException.class,
                            ReadBy.STORE,
                            "`EXCEPTION#<fingerprint>` and in change-sets"),
                    new Kept(
                            "exception-life",
                            ExceptionLife.class,
                            ReadBy.STORE,
                            "`EXCEPTION#<fingerprint>`"),
                    new Kept(
                            "reference",
                            Reference.class,
                            ReadBy.STORE,
                            "`<id>` in `REF#<system>#<kind>`"),
                    new Kept("letter", DeadLetter.class, ReadBy.STORE, "`LETTER#<hash>`"),
                    new Kept("inbound-message", InboundMessage.class, ReadBy.QUEUE, "inbound"),
                    new Kept(
                            "message", Message.class, ReadBy.QUEUE, "erp, status and compensation"),
                    new Kept(
                            "lifecycle-event",
                            LifecycleEvent.class,
                            ReadBy.QUEUE,
                            "in messages on status"));
}
