package io.orderloom.corpus;

import io.orderloom.exception.OrderException;
import io.orderloom.fault.Fault;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The causes for which a payload may be refused. A refusal for any other cause is a mistake. */
enum RefusalCause {
    /** Its amounts are missing, contradict each other, or can't be counted. */
    MONEY,
    /** It is not clear which thing it speaks of, or it speaks of one that is not its own. */
    IDENTITY,
    /** It is not of the form that its sender's documentation describes. */
    FORMAT,
    /** It is about something that no order needs. */
    TOPIC;

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "currency|money|amount|price|total|tax|dut(y|ies)|discount|shipping_lines|outstanding");
    private static final Pattern OF_ANOTHER_KIND =
            Pattern.compile("is no (array|object)|is neither");
    private static final Pattern ID = Pattern.compile("(.*_)?(id|ids|sku)");

    /** The cause of a fault, by the field that it names, unless that is not even of its kind. */
    static RefusalCause of(Fault.Invalid fault) {
        if (OF_ANOTHER_KIND.matcher(fault.detail()).lookingAt()) {
            return FORMAT;
        }
        var path = fault.path();
        var field = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
        if (ID.matcher(field).matches()) {
            return IDENTITY;
        }
        return AMOUNT.matcher(field).find() ? MONEY : FORMAT;
    }

    /** The cause of an exception that the order core opens; empty if it should not open it here. */
    static Optional<RefusalCause> of(OrderException.Type type) {
        return switch (type) {
            case MONEY -> Optional.of(MONEY);
            case QUANTITY, OWNERSHIP, CONFLICT -> Optional.of(IDENTITY);
            case PAYLOAD, ERP, REFUND, SUBSCRIBER, TASK, DEAD_LETTER -> Optional.empty();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
