package io.orderloom.cost;

import io.orderloom.bench.TextTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole text of docs/cost.md.
 *
 * @param kind of the packages that were measured, in words
 */
record CostPage(List<Measured> all, Prices prices, CostGuards guards, String kind) {
    private static final BigDecimal PLACED_TO_TOLD = new BigDecimal("12");
    private static final BigDecimal WHOLE_LIFE = new BigDecimal("25");

    String markdown() {
        return Stream.of(
                        PageText.HEAD.formatted(
                                prices.region(), prices.asOf(), prices.uncertainty()),
                        byPart(),
                        aims(),
                        guarded(),
                        PageText.CHEAPER.formatted(
                                measures(Scenario.FULL), measures(Scenario.ALONE)),
                        Guarantees.TEXT,
                        PageText.REQUESTS,
                        figures(),
                        byRequest(),
                        PageText.DURATION.formatted(kind),
                        PageText.standing(prices),
                        PageText.choices(prices),
                        PageText.PRICES,
                        priceList(),
                        PageText.ASSUMED,
                        assumptions())
                .map(String::strip)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String byPart() {
        var head = new ArrayList<>(List.of("US$ for 1,000 orders"));
        all.forEach(measured -> head.add(measured.scenario().title()));
        var rows = new ArrayList<List<String>>();
        for (var part : Bill.Part.values()) {
            rows.add(row(part.title(), bill -> PageText.thousand(bill.part(part))));
        }
        rows.add(row("**together**", bill -> "**" + PageText.thousand(bill.total()) + "**"));
        rows.add(row("a million orders", bill -> PageText.million(bill.total())));
        return new TextTable(head, rows).markdown();
    }

    private List<String> row(String title, java.util.function.Function<Bill, String> cell) {
        var row = new ArrayList<>(List.of(title));
        all.forEach(measured -> row.add(cell.apply(Bill.of(measured, prices))));
        return row;
    }

    private String aims() {
        var text = new StringBuilder("Aims, for a million orders:\n");
        for (var measured : all) {
            switch (measured.scenario()) {
                case ALONE, FULL -> text.append(aim(measured, PLACED_TO_TOLD));
                case WHOLE_LIFE, WHOLE_LIFE_FULL -> text.append(aim(measured, WHOLE_LIFE));
                case UNDONE, REPEATED -> {}
            }
        }
        return text.toString();
    }

    private String guarded() {
        var rows = new ArrayList<List<String>>();
        for (var measured : all) {
            var guard = guards.guards().get(measured.scenario());
            if (guard != null) {
                rows.add(
                        List.of(
                                measured.scenario().title(),
                                measured.figure().requests().toPlainString(),
                                guard.requests().toPlainString(),
                                CostGuards.withoutDuration(measured, prices).toPlainString(),
                                guard.usdAMillion().toPlainString()));
            }
        }
        return PageText.GUARDED
                + "\n\n"
                + new TextTable(
                                List.of(
                                        "an order",
                                        "requests",
                                        "at most",
                                        "US$ a million without GB-seconds",
                                        "at most"),
                                rows)
                        .markdown();
    }

    private String aim(Measured measured, BigDecimal aim) {
        var bill = Bill.of(measured, prices);
        var met = bill.total().movePointRight(6).compareTo(aim) <= 0;
        var largest =
                Arrays.stream(Bill.Part.values())
                        .sorted(Comparator.comparing(bill::part).reversed())
                        .limit(3)
                        .map(part ->
                                "%s $%s".formatted(part.title(), PageText.million(bill.part(part))))
                        .collect(Collectors.joining(", "));
        return "\n- **%s**: $%s, aim $%s, %s. The largest parts: %s. %s"
                .formatted(
                        measured.scenario().title(),
                        PageText.million(bill.total()),
                        aim.toPlainString(),
                        met ? "met" : "**missed**",
                        largest,
                        measured.scenario().words());
    }

    /** The share of plain puts in the write units, and of the event sources in the requests. */
    private String measures(Scenario scenario) {
        var measured =
                all.stream().filter(one -> one.scenario() == scenario).findFirst().orElseThrow();
        var kept = measured.used().total(key -> key.action().equals("BatchWriteItem"));
        var polls = measured.used().total(key -> key.caller().startsWith("poller of "));
        return "%s of %s write units are plain puts ($%s), %s of %s requests the event sources'"
                .formatted(
                        PageText.plain(measured.perOrder(kept.writeUnits())),
                        measured.figure().writeUnits(),
                        PageText.million(
                                measured.perOrder(
                                        prices.price("dynamodb-write", kept.writeUnits()))),
                        PageText.plain(measured.perOrder(BigDecimal.valueOf(polls.requests()))),
                        measured.figure().requests());
    }

    private String figures() {
        var rows = new ArrayList<List<String>>();
        for (var measured : all) {
            var figure = measured.figure();
            rows.add(
                    List.of(
                            measured.scenario().title(),
                            figure.requests().toPlainString(),
                            figure.writeUnits().toPlainString(),
                            figure.readUnits().toPlainString()));
        }
        return new TextTable(List.of("an order", "requests", "write units", "read units"), rows)
                .markdown();
    }

    private String byRequest() {
        var keys = new TreeSet<io.orderloom.embedded.meter.Metering.Key>();
        all.forEach(measured -> keys.addAll(measured.used().requests().keySet()));
        var head = new ArrayList<>(List.of("who", "requests (write units) an order"));
        all.forEach(measured -> head.add(measured.scenario().label()));
        var rows = new ArrayList<List<String>>();
        for (var key : keys) {
            var row = new ArrayList<>(List.of(key.caller(), key.service() + " " + key.action()));
            for (var measured : all) {
                var units = measured.perOrder(measured.used().total(key::equals).writeUnits());
                var requests = PageText.plain(measured.requests(key));
                row.add(
                        units.signum() == 0
                                ? requests
                                : "%s (%s)".formatted(requests, PageText.plain(units)));
            }
            rows.add(row);
        }
        return new TextTable(head, rows).markdown();
    }

    private String priceList() {
        var rows = new ArrayList<List<String>>();
        prices.prices()
                .forEach((name, price) ->
                        rows.add(
                                List.of(
                                        "`%s`".formatted(name),
                                        "$%s for %s"
                                                .formatted(
                                                        price.usd().toPlainString(),
                                                        price.per().toPlainString()),
                                        price.unit(),
                                        price.source())));
        return new TextTable(List.of("price", "", "unit", "source"), rows).markdown();
    }

    private String assumptions() {
        var rows = new ArrayList<List<String>>();
        prices.assumptions()
                .forEach((name, assumed) ->
                        rows.add(
                                List.of(
                                        "`%s`".formatted(name),
                                        assumed.value().toPlainString(),
                                        assumed.why())));
        return new TextTable(List.of("assumed", "", "why"), rows).markdown();
    }
}
