package io.orderloom.simulation.world;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Special conditions of a whole world, in addition to the faults of single calls. Each is drawn for
 * so many of a thousand worlds, independently of the others.
 */
public enum Circumstance {
    /** The shop never sends the webhook of an order, or not that of its cancellation. */
    WEBHOOK_NEVER_COMES("webhook never comes", 120, true),
    /** Orders of hundreds of lines are as frequent as small ones. */
    LONG_ORDERS("hundreds of lines", 40, true),
    /** A payload that takes several items. */
    HEAVY_PAYLOADS("payload in several items", 20, true),
    /** Two shops, whose orders have the same ids. */
    TWO_CHANNELS("two channels, equal ids", 120, true),
    /** Requests to the table are carried out only in part, and their answers say so. */
    TABLE_IN_PART("table writes done in part", 120, true),
    /**
     * Only half of the messages that a function has finished are deleted, and the others come
     * again.
     */
    DELETED_IN_PART("messages deleted in part", 120, true),
    /** The index shows the table as it was up to a minute and a half before. */
    INDEX_TRAILS("index trails", 120, true),
    /** Personal data is erased at random moments. */
    ERASURE("erasure", 150, true),
    /** The retention of payloads ends, and the table drops them. */
    PAYLOADS_EXPIRE("payloads expire", 80, true),
    /** A subscriber is added, and another is removed. */
    SUBSCRIBERS_CHANGE("subscribers change", 120, true),
    /** Signing secrets are rotated. */
    SECRET_ROTATED("secret rotated", 100, true),
    /** Test orders are booked from some moment on. */
    TEST_ORDERS_CHANGE("test orders booked", 100, true),
    /** A queue is not polled for a while. */
    SOURCE_STOPS("event source stops", 120, true),
    /** The sweep is started twice at the same moment. */
    SWEPT_TWICE("swept twice at once", 120, true),
    /** The clocks of hosts are off by up to 100 s. */
    CLOCKS_OFF("clocks off by 100 s", 100, true),
    /** A subscriber takes two to ten seconds for each answer. */
    SUBSCRIBER_SLOW("subscriber slow", 100, true),
    /** A subscriber is away for longer than its events wait for it. */
    SUBSCRIBER_AWAY("subscriber away for too long", 100, true),
    /** A subscriber answers 400, 401, 403 or 410 for a while. */
    SUBSCRIBER_REFUSES("subscriber answers 4xx", 120, true),
    /** The ERP fails for one order until its attempts are used up. */
    ATTEMPTS_USED_UP("attempts used up", 100, true),
    /** The attempts of an order in doubt are used up: it is booked, and every look-up fails. */
    DOUBT_GIVEN_UP("doubt given up", 100, true),
    /** The ERP answers once with a Retry-After of 999999 s. */
    ERP_RETRY_AFTER("ERP: Retry-After 999999", 60, true),
    /** The shop answers once with a Retry-After of 999999 s. */
    SHOP_RETRY_AFTER("shop: Retry-After 999999", 60, true),
    /** A subscriber answers once with a Retry-After of 999999 s. */
    SUBSCRIBER_RETRY_AFTER("subscriber: Retry-After 999999", 60, true),
    /** The ERP rejects our credentials for a while. */
    ERP_UNAUTHORIZED("ERP answers 401", 80, true),
    /** The shop rejects our credentials for a while. */
    SHOP_UNAUTHORIZED("shop answers 401", 80, true),
    /** Messages that a queue had accepted are lost. */
    MESSAGES_LOST("messages lost", 100, true),
    /** Some processes are of the next version for a while, and then all or none of them. */
    TWO_VERSIONS("two versions", 100, true);

    private final String label;
    private final int perMille;
    private final boolean byDefault;

    Circumstance(String label, int perMille, boolean byDefault) {
        this.label = label;
        this.perMille = perMille;
        this.byDefault = byDefault;
    }

    public String label() {
        return label;
    }

    /** The number of worlds in a thousand for which it is drawn. */
    int perMille() {
        return perMille;
    }

    /** Returns whether it is drawn for the world of this seed, if it may be drawn at all. */
    public boolean isDrawnFor(long seed) {
        return Circumstances.chance(seed, this).happens(perMille);
    }

    /** The circumstances that are drawn by default. */
    public static Set<Circumstance> usual() {
        var usual = EnumSet.noneOf(Circumstance.class);
        Arrays.stream(values()).filter(one -> one.byDefault).forEach(usual::add);
        return usual;
    }

    /**
     * @param names of circumstances, separated by commas, or {@code usual}, {@code all} or {@code
     *     none}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Set<Circumstance> named(String names) {
        var named = EnumSet.noneOf(Circumstance.class);
        for (var name : names.split(",", -1)) {
            switch (name) {
                case "usual" -> named.addAll(usual());
                case "all" -> named.addAll(EnumSet.allOf(Circumstance.class));
                case "none" -> {}
                default -> named.add(valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        return named;
    }
}
