package io.orderloom.desk;

import io.orderloom.kit.order.DeliveryErasure;
import io.orderloom.kit.order.KeptPayload;
import io.orderloom.kit.order.KeptPayload.Content;
import io.orderloom.kit.order.KeptPayloads;
import io.orderloom.order.OrderId;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what was received: the payloads of one order, or one payload with its headers. */
final class PayloadDesk {
    private final KeptPayloads payloads;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    PayloadDesk(KeptPayloads payloads, InstantSource clock, PrintStream out, PrintStream err) {
        this.payloads = payloads;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Returns true if something was there to show. */
    boolean show(CommandArguments words) {
        var order = words.find("ORDER").map(OrderId::parse);
        var delivery = words.find("ID").map(OrderId::parse).map(DeliveryErasure::delivery);
        if (delivery.isPresent()) {
            return one(delivery.get(), order);
        }
        return list(
                order.orElseThrow(() ->
                        new UsageException(
                                "ID is missing: give it as ID=<channel instance>:<delivery id>, or list an order's payloads with ORDER=<channel instance>:<order>")));
    }

    private boolean list(OrderId order) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "RECEIVED", "TOPIC", "BYTES"));
        payloads.of(order, kept -> rows.add(PayloadView.row(kept)));
        if (rows.size() > 1) {
            Columns.aligned(rows).forEach(out::println);
            out.println();
        }
        payloads.erased(order).ifPresent(erased -> erased(order.toString(), erased));
        out.printf(
                "%d kept of %s.%s%n",
                rows.size() - 1,
                order,
                rows.size() > 1 ? " Next: make payload ORDER=%s ID=…".formatted(order) : "");
        return rows.size() > 1;
    }

    private boolean one(OrderId delivery, Optional<OrderId> order) {
        var found = found(delivery, order);
        found.ifPresentOrElse(this::print, () -> missing(delivery, order));
        return found.filter(kept -> kept.content() instanceof Content.Whole).isPresent();
    }

    /** Looks where one read is enough before it looks through the whole table. */
    private Optional<KeptPayload> found(OrderId delivery, Optional<OrderId> order) {
        return order.isPresent()
                ? payloads.find(order.get(), delivery)
                : payloads.unreadable(delivery)
                        .or(() -> payloads.search(delivery, new ScanProgress(clock, err)));
    }

    private void print(KeptPayload kept) {
        switch (kept.content()) {
            case Content.Whole whole -> {
                err.println(
                        "This is personal data as it was received: show it to nobody who need not see it, and keep no copy.");
                PayloadView.whole(kept, whole).forEach(out::println);
            }
            case Content.Erased() -> {
                out.printf("%s of %s was erased.%n", kept.delivery(), kept.partition());
                payloads.erased(kept.partition())
                        .ifPresent(erased -> erased(kept.partition().toString(), erased));
            }
            case Content.Unreadable(var why) ->
                    out.printf(
                            "%s of %s can't be read: %s. Look at its item in the table.%n",
                            kept.delivery(), kept.partition(), why);
        }
    }

    private void missing(OrderId delivery, Optional<OrderId> order) {
        var place = order.orElse(DeliveryErasure.subject(delivery));
        var erased = payloads.erased(place);
        if (erased.isPresent()) {
            erased(place.toString(), erased.get());
            return;
        }
        out.printf(
                "No payload %s is kept%s: none came under this id, or it has expired, or it was erased with its order. An order's own: make payload ORDER=…%n",
                delivery, order.map(of -> " of " + of).orElse(""));
    }

    private void erased(String place, KeptPayloads.Erased erased) {
        out.printf("%s was erased %s, with the payloads that it had then.%n", place, erased.at());
        erased.webhooks()
                .forEach(webhook -> out.printf("  received, with its SHA-256: %s%n", webhook));
    }
}
