package io.orderloom.kit.governor;

import io.orderloom.governor.Account;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.governor.Lease;
import io.orderloom.governor.Urgency;
import io.orderloom.topology.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes an account as an item of the table, in attributes that a person can read in the table. */
final class AccountItem {
    static final String VERSION = "v";

    private static final String CIRCUIT = "circuit";
    private static final String HOLDINGS = "holdings";
    private static final String STATE = "state";
    private static final String UNTIL = "until";
    private static final String SINCE = "since";
    private static final String TIMES = "times";
    private static final String HOLDER = "holder";
    private static final String FAILING = "failing";
    private static final String URGENCY = "urgency";
    private static final String SLOTS = "slots";

    private AccountItem() {}

    static Map<String, AttributeValue> key(String erp) {
        return Map.of(
                Table.PARTITION_KEY, text("REF#%s#account".formatted(erp)),
                Table.SORT_KEY, text("circuit"));
    }

    static Map<String, AttributeValue> of(String erp, Account account) {
        var item = new HashMap<>(key(erp));
        item.put(VERSION, number(account.version()));
        item.put(CIRCUIT, AttributeValue.fromM(circuit(account.circuit())));
        item.put(
                HOLDINGS,
                AttributeValue.fromL(
                        account.holdings().stream()
                                .map(holding -> AttributeValue.fromM(holding(holding)))
                                .toList()));
        return item;
    }

    static Account read(Map<String, AttributeValue> item) {
        return new Account(
                count(item, VERSION),
                circuitOf(attribute(item, CIRCUIT).m()),
                attribute(item, HOLDINGS).l().stream().map(one -> holdingOf(one.m())).toList());
    }

    private static Map<String, AttributeValue> circuit(Circuit circuit) {
        return switch (circuit) {
            case Closed c ->
                    Map.of(
                            STATE,
                            text("closed"),
                            FAILING,
                            AttributeValue.fromM(
                                    c.failing().entrySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Map.Entry::getKey,
                                                            failed -> text(failed.getValue())))));
            case Throttled r -> Map.of(STATE, text("resting"), UNTIL, text(r.until()));
            case Open o ->
                    Map.of(
                            STATE, text("open"),
                            UNTIL, text(o.until()),
                            SINCE, text(o.since()),
                            TIMES, number(o.times()));
            case HalfOpen p ->
                    Map.of(
                            STATE, text("probing"),
                            HOLDER, text(p.holder()),
                            UNTIL, text(p.until()),
                            SINCE, text(p.since()),
                            TIMES, number(p.times()));
        };
    }

    private static Circuit circuitOf(Map<String, AttributeValue> map) {
        return switch (attribute(map, STATE).s()) {
            case "closed" ->
                    new Closed(
                            attribute(map, FAILING).m().entrySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Map.Entry::getKey,
                                                    at -> Instant.parse(at.getValue().s()))));
            case "resting" -> new Throttled(time(map, UNTIL));
            case "open" -> new Open(time(map, UNTIL), time(map, SINCE), (int) count(map, TIMES));
            case "probing" ->
                    new HalfOpen(
                            attribute(map, HOLDER).s(),
                            time(map, UNTIL),
                            time(map, SINCE),
                            (int) count(map, TIMES));
            case String other ->
                    throw new IllegalStateException(
                            "the account's item has the unknown circuit '" + other + "'");
        };
    }

    private static Map<String, AttributeValue> holding(Lease holding) {
        return Map.of(
                HOLDER, text(holding.holder()),
                URGENCY, text(holding.urgency().name()),
                SLOTS, number(holding.slots()),
                SINCE, text(holding.since()),
                UNTIL, text(holding.until()));
    }

    private static Lease holdingOf(Map<String, AttributeValue> map) {
        return new Lease(
                attribute(map, HOLDER).s(),
                Urgency.valueOf(attribute(map, URGENCY).s()),
                (int) count(map, SLOTS),
                time(map, SINCE),
                time(map, UNTIL));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> map, String name) {
        return Optional.ofNullable(map.get(name))
                .orElseThrow(() ->
                        new IllegalStateException("the account's item has no attribute " + name));
    }

    private static Instant time(Map<String, AttributeValue> map, String name) {
        return Instant.parse(attribute(map, name).s());
    }

    private static long count(Map<String, AttributeValue> map, String name) {
        return Long.parseLong(attribute(map, name).n());
    }

    private static AttributeValue text(Object value) {
        return AttributeValue.fromS(value.toString());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
