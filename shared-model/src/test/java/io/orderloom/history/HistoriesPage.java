package io.orderloom.history;

import static java.util.stream.Collectors.joining;

import io.orderloom.core.Consequences;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderStatus;
import io.orderloom.core.StatusRules;
import io.orderloom.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints {@code docs/order-histories.md}, which follows orders fact by fact. */
final class HistoriesPage {
    private HistoriesPage() {}

    static String text() {
        return """
        # Order histories

        Printed from the order core and the histories that its tests tell; a test fails when the two differ. To print
        it anew: `make docs`.

        The sample order has two mugs (line 1, 12.15 USD each) and a tea (line 2), ships for 5.00 and comes to 38.34 USD.
        Each table tells what happened to it, where it stood after each fact, what subscribers were told and what
        the other functions were asked for. Whatever order the facts come in, the end is the same.

        """
                + NamedHistories.all().entrySet().stream()
                        .map(history -> history(history.getKey(), history.getValue()))
                        .collect(joining("\n"));
    }

    private static String history(String name, List<Fact> facts) {
        var run = new Run(facts.getFirst().orderId(), NamedHistories.profile());
        var rows = new ArrayList<String>();
        for (var fact : facts) {
            var before = run.state();
            rows.add(row(fact, before, run.ingest(fact)));
        }
        return """
        ## %s

        | fact | where it stands | told | asked for |
        |---|---|---|---|
        %s

        %s
        """
                .formatted(name, String.join("\n", rows), Ending.of(run.placed()));
    }

    private static String row(Fact fact, OrderState before, Run run) {
        var sent = Consequences.of(run.log().getLast());
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        fact.provenance().key().kind(),
                        moved(StatusRules.of(before), StatusRules.of(run.state())),
                        sent.stream()
                                .flatMap(m ->
                                        m instanceof Message.PublishEvent tell
                                                ? List.of(told(tell)).stream()
                                                : List.<String>of().stream())
                                .collect(joining("; ")),
                        sent.stream()
                                .filter(m -> !(m instanceof Message.PublishEvent))
                                .map(HistoriesPage::asked)
                                .collect(joining("; ")));
    }

    private static String moved(OrderStatus before, OrderStatus after) {
        var now = axes(after);
        now.entrySet().removeAll(axes(before).entrySet());
        return now.entrySet().stream()
                .map(axis -> axis.getKey() + " `" + axis.getValue() + "`")
                .collect(joining(", "));
    }

    private static Map<String, String> axes(OrderStatus axes) {
        var all = new TreeMap<String, String>();
        all.put("intake", axes.intake().name());
        all.put("payment", axes.payment().name());
        all.put("fulfilment", axes.fulfilment().name());
        all.put("finance", axes.finance().name());
        all.put("returns", axes.returns().name());
        all.put("refund", axes.refund().name());
        return all;
    }

    private static String told(Message.PublishEvent tell) {
        var event = tell.event();
        var data =
                new TreeMap<>(event.data())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(joining(" "));
        return "%d %s %s"
                .formatted(
                        event.sequence(),
                        event.type().name().toLowerCase(Locale.ROOT),
                        data.replace("|", "\\|"))
                .strip();
    }

    private static String asked(Message message) {
        return switch (message) {
            case Message.PostOrder _ -> "post";
            case Message.AmendOrder amend -> "amend " + amend.ordinal();
            case Message.CreditOrder credit -> "credit " + credit.ordinal();
            case Message.Compensate compensate ->
                    compensate.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case Message.PublishEvent _, Message.DeliverEvent _ -> "";
        };
    }
}
