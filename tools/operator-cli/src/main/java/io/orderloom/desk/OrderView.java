package io.orderloom.desk;

import io.orderloom.core.Change;
import io.orderloom.core.Due;
import io.orderloom.core.HoldState;
import io.orderloom.core.LineQuantities;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.OrderStatus;
import io.orderloom.core.StatusRules;
import io.orderloom.core.Uncovered;
import io.orderloom.erp.ErpDocument;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.kit.order.LogEntry;
import io.orderloom.kit.order.OrderStory;
import io.orderloom.money.Amount;
import io.orderloom.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints an order's whole story for people, without anything that is about its buyer. */
final class OrderView {
    private static final String NOTHING = "-";

    private final List<String> lines = new ArrayList<>();
    private final Instant now;

    private OrderView(Instant now) {
        this.now = now;
    }

    static List<String> of(OrderStory story, Instant now) {
        var view = new OrderView(now);
        view.write(story);
        return List.copyOf(view.lines);
    }

    private void write(OrderStory story) {
        var status = StatusRules.of(story.state());
        lines.add("%s  %s".formatted(story.state().id(), lower(status.summary())));
        field("status", axes(status));
        switch (story.state()) {
            case Awaited _ -> field("order", "not placed yet; what was said of it waits for it");
            case Placed placed -> placed(placed);
        }
        waits(story);
        tasks(story);
        exceptions(story);
        field(
                "payloads",
                "%d kept as they came%s"
                        .formatted(
                                story.payloads(),
                                story.payloads() == 0
                                        ? ""
                                        : "; make payload ORDER=" + story.state().id()));
        lines.add("");
        story.entries().forEach(this::entry);
    }

    private static String axes(OrderStatus status) {
        return Stream.of(
                        status.intake(),
                        status.payment(),
                        status.fulfilment(),
                        status.finance(),
                        status.returns(),
                        status.refund())
                .map(state -> lower((Enum<?>) state))
                .collect(Collectors.joining(" · "));
    }

    private void placed(Placed order) {
        field("total", money(order.total()));
        field("taken", money(order.taken()));
        field("given back", money(order.givenBack()));
        field(
                "ERP",
                order.erp().documents().isEmpty()
                        ? NOTHING
                        : order.erp().documents().stream()
                                .map(booked -> document(asItIs(order, booked.document())))
                                .collect(Collectors.joining("; ")));
        field("holds", holds(order.holds()));
        if (order.test()) {
            field("test", "a test order, which counts in no figure");
        }
        if (order.erased()) {
            field("erased", "its buyer's data is erased");
        }
        lines.add("");
        quantities(order.quantities());
        lines.add("");
        var due = Due.of(order);
        due.forEach(one ->
                field(
                        "due",
                        "%s: %s%s"
                                .formatted(
                                        one.task().label(),
                                        one.cause(),
                                        one.moneyAtRisk()
                                                .map(amount -> ", " + money(amount) + " at risk")
                                                .orElse(""))));
        if (due.isEmpty()) {
            field("due", "nothing");
        }
    }

    /** The document as it was booked, or as it is since it was cancelled. */
    private static ErpDocument asItIs(Placed order, ErpDocument booked) {
        return order.erp()
                .cancelled()
                .filter(cancelled -> cancelled.reference().equals(booked.reference()))
                .orElse(booked);
    }

    private static String document(ErpDocument document) {
        return "%s %s, %s, %s"
                .formatted(
                        document.reference().kind(),
                        document.number(),
                        document.total(),
                        lower(document.state()));
    }

    private static String holds(List<HoldState> holds) {
        return holds.isEmpty()
                ? NOTHING
                : holds.stream()
                        .map(hold ->
                                "%s (%s), %s"
                                        .formatted(
                                                hold.hold(),
                                                hold.kind()
                                                        .map(OrderView::lower)
                                                        .orElse("of no stated kind"),
                                                hold.active()
                                                        ? "released by its release alone"
                                                        : "released"))
                        .collect(Collectors.joining("; "));
    }

    /** Columns in which no line has a unit are left out. */
    private void quantities(List<LineQuantities> all) {
        var columns = new ArrayList<Map.Entry<String, List<String>>>();
        columns.add(Map.entry("LINE", all.stream().map(LineQuantities::lineId).toList()));
        UnitColumn.ALL.forEach(column -> column.of(all).ifPresent(columns::add));
        for (int row = -1; row < all.size(); row++) {
            var cells = new StringBuilder("  ");
            for (var column : columns) {
                int width =
                        Stream.concat(Stream.of(column.getKey()), column.getValue().stream())
                                .mapToInt(String::length)
                                .max()
                                .orElse(0);
                var cell = row < 0 ? column.getKey() : column.getValue().get(row);
                cells.append(String.format(Locale.ROOT, "%-" + width + "s  ", cell));
            }
            lines.add(cells.toString().stripTrailing());
        }
    }

    private void waits(OrderStory story) {
        Uncovered.of(story.state())
                .forEach(wait ->
                        field(
                                "waits",
                                "%s%s, for %s"
                                        .formatted(
                                                wait.path(),
                                                wait.money()
                                                        .map(amount -> ", " + money(amount))
                                                        .orElse(""),
                                                wait.forWhat())));
    }

    /** The claim of a task that nothing calls for any more is what is left of one that is done. */
    private void tasks(OrderStory story) {
        var due =
                story.state() instanceof Placed placed
                        ? Due.of(placed).stream().map(one -> one.task().label()).toList()
                        : List.<String>of();
        new TreeMap<>(story.tasks())
                .forEach((name, task) -> {
                    var label = name.substring(0, name.indexOf('#'));
                    boolean done = task instanceof Task.Claimed && !due.contains(label);
                    field("task", label + " " + (done ? "is done" : worded(task)));
                });
    }

    private static String worded(Task task) {
        return switch (task) {
            case Task.Untried _ -> "was never tried";
            case Task.Claimed claimed ->
                    "was called%s; its claim ends %s"
                            .formatted(failures(claimed.failures()), claimed.leaseUntil());
            case Task.InDoubt doubt ->
                    "is in doubt%s, looked up after %s: %s"
                            .formatted(
                                    failures(doubt.failures()), doubt.settlesAt(), doubt.cause());
            case Task.Postponed postponed ->
                    "is tried again after %s%s: %s"
                            .formatted(
                                    postponed.notBefore(),
                                    failures(postponed.failures()),
                                    postponed.cause());
        };
    }

    private static String failures(int failures) {
        return failures == 0 ? "" : " after %d failures".formatted(failures);
    }

    private void exceptions(OrderStory story) {
        story.exceptions().stream()
                .sorted(Comparator.comparing(kept -> kept.value().what().raisedAt()))
                .forEach(kept -> {
                    boolean open = kept.value().life() instanceof Live;
                    field(
                            open ? "exception" : "settled",
                            "%s %s: %s%s"
                                    .formatted(
                                            kept.id(),
                                            kept.value().what().path(),
                                            kept.value().what().detail(),
                                            open ? "; make exception ID=" + kept.id() : ""));
                });
    }

    private void entry(LogEntry entry) {
        var set = entry.changeSet();
        lines.add(
                "%5d  %s  %s  %s %s, %s ago"
                        .formatted(
                                set.version(),
                                set.occurredAt(),
                                set.factKey().source(),
                                set.factKey().kind(),
                                set.factKey().sourceId(),
                                ExceptionView.age(Duration.between(set.occurredAt(), now))));
        set.changes().stream()
                .flatMap(change -> followed(change).stream())
                .forEach(what -> lines.add("       → " + what));
    }

    private static Optional<String> followed(Change change) {
        return switch (change) {
            case Change.Deferred _ -> Optional.of("waits for its order");
            case Change.EventPublished event -> Optional.of("event " + lower(event.type()));
            case Change.TaskRequested task -> Optional.of("task " + task.name());
            case Change.ExceptionRaised raised ->
                    Optional.of("exception: " + raised.exception().detail());
            case Change.ExceptionResolved resolved ->
                    Optional.of("exception is over: " + resolved.how());
            case Change.Accepted _, Change.Revised _, Change.Applied _ -> Optional.empty();
        };
    }

    /** Both ledgers, where they are in two currencies. */
    private static String money(Amount amount) {
        return amount.transaction().currency().equals(amount.settlement().currency())
                ? amount.transaction().toString()
                : "%s (%s)".formatted(amount.transaction(), amount.settlement());
    }

    private void field(String name, String value) {
        lines.add("  %-12s %s".formatted(name, value));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
