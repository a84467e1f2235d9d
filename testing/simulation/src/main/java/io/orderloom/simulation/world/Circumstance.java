package io.orderloom.simulation.world;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be the matter with a whole world, beside what goes wrong in single calls. Each is drawn
 * for so many of thousand worlds, whatever else is drawn.
 */
public enum Circumstance {
    /** An order of which the shop says nothing, or not that it was cancelled. */
    WEBHOOK_NEVER_COMES("webhook never comes", 120, true),
    /** The shop has as many orders of hundreds of lines as of few. */
    LONG_ORDERS("hundreds of lines", 40, true),
    /** A payload that takes several items. */
    HEAVY_PAYLOADS("payload in several items", 20, true),
    /** Two shops, whose orders have the same ids. */
    TWO_CHANNELS("two channels, equal ids", 120, true),
    /** Requests to the table are done by half, and say so. */
    TABLE_IN_PART("table writes done in part", 120, true),
    /** What a function is done with is deleted by half, and comes again. */
    DELETED_IN_PART("messages deleted in part", 120, true),
    /** The index shows the table as it was up to a minute and a half ago. */
    INDEX_TRAILS("index trails", 120, true),
    /** Personal data is erased at any moment. */
    ERASURE("erasure", 150, true),
    /** Payloads are kept for so long, and then the table drops them. */
    PAYLOADS_EXPIRE("payloads expire", 80, true),
    /** A subscriber comes, another goes. */
    SUBSCRIBERS_CHANGE("subscribers change", 120, true),
    /** Signing secrets are rotated. */
    SECRET_ROTATED("secret rotated", 100, true),
    /** Test orders are booked from some moment on. */
    TEST_ORDERS_CHANGE("test orders booked", 100, true),
    /** A queue is not polled for a while. */
    SOURCE_STOPS("event source stops", 120, true),
    /** The clock calls the sweep twice at the same moment. */
    SWEPT_TWICE("swept twice at once", 120, true),
    /** Clocks of hosts are off by up to 100 s. */
    CLOCKS_OFF("clocks off by 100 s", 100, true),
    /** A subscriber takes ten seconds and more over each answer. */
    SUBSCRIBER_SLOW("subscriber slow", 100, true),
    /** A subscriber is away for longer than its events wait. */
    SUBSCRIBER_AWAY("subscriber away for too long", 100, true),
    /** A subscriber answers 400, 401, 403 or 410 for a while. */
    SUBSCRIBER_REFUSES("subscriber answers 4xx", 120, true),
    /** The ERP has no time for one order, until its attempts are used up. */
    ATTEMPTS_USED_UP("attempts used up", 100, true),
    /** The same out of doubt: the order is there, and no look-up answers. */
    DOUBT_GIVEN_UP("doubt given up", 100, true),
    /** The ERP asks once to be left alone for 999999 s. */
    ERP_RETRY_AFTER("ERP: Retry-After 999999", 60, true),
    /** The shop does. */
    SHOP_RETRY_AFTER("shop: Retry-After 999999", 60, true),
    /** A subscriber does. */
    SUBSCRIBER_RETRY_AFTER("subscriber: Retry-After 999999", 60, true),
    /** The ERP takes our credentials for no good for a while. */
    ERP_UNAUTHORIZED("ERP answers 401", 80, true),
    /** The shop does. */
    SHOP_UNAUTHORIZED("shop answers 401", 80, true),
    /** Messages that a queue had taken are gone. */
    MESSAGES_LOST("messages lost", 100, true),
    /** Some processes are of a version to come, until all are or none. */
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

    /** Of thousand worlds, how many it is drawn for. */
    int perMille() {
        return perMille;
    }

    /** Whether it is the matter with the world of this seed, where it may be. */
    public boolean isDrawnFor(long seed) {
        return Circumstances.chance(seed, this).happens(perMille);
    }

    /** Those that are drawn if nobody says otherwise. */
    public static Set<Circumstance> usual() {
        var usual = EnumSet.noneOf(Circumstance.class);
        Arrays.stream(values()).filter(one -> one.byDefault).forEach(usual::add);
        return usual;
    }

    /**
     * @param names of some, separated by commas; {@code usual} and {@code all} are names too
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
