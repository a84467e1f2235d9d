package io.orderloom.contract.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.exception.Fingerprint;
import io.orderloom.fact.FactKey;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The form of values that are written as one text or number. The patterns follow the types' own
 * {@code toString}; tests compare them with what the codec writes and reads.
 */
final class TextForm {
    private static final String DECIMAL = "-?[0-9]+(\\.[0-9]+)?";

    /** ISO 8601 in hours, minutes and seconds; the format {@code duration} allows no fractions. */
    private static final String DURATION =
            "^PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?$";

    private static final Map<Class<?>, ObjectNode> OF_THE_MODEL =
            Map.of(
                    Currency.class, pattern("^[A-Z]{3}$"),
                    Money.class, pattern("^" + DECIMAL + " [A-Z]{3}$"),
                    Quantity.class, pattern("^[0-9]+(\\.[0-9]+)?$"),
                    OrderId.class, pattern("^[^:]+:.+$"),
                    FactKey.class, pattern("^[^|]*(\\|[^|]*){3}$"),
                    Numeral.class, pattern("^" + DECIMAL + "$"),
                    UnitCounts.class, pattern("^(.+=[0-9]+(\\.[0-9]+)?)?$"));

    private static final Map<Class<?>, ObjectNode> DESCRIBED_WHERE_USED =
            Map.of(
                    Instant.class, format("date-time"),
                    LocalDate.class, format("date"),
                    Duration.class, pattern(DURATION),
                    ZoneId.class, text(),
                    Fingerprint.class, text(),
                    BigDecimal.class, JsonNodeFactory.instance.objectNode().put("type", "number"));

    private TextForm() {}

    /** The form of a type of the model, which gets a definition of its own. */
    static Optional<ObjectNode> ofTheModel(Class<?> type) {
        return Optional.ofNullable(OF_THE_MODEL.get(type)).map(ObjectNode::deepCopy);
    }

    /**
     * The form of a type of the JDK, or of a text of any form, which is described where it is used.
     */
    static Optional<ObjectNode> whereUsed(Class<?> type) {
        return Optional.ofNullable(DESCRIBED_WHERE_USED.get(type)).map(ObjectNode::deepCopy);
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }

    private static ObjectNode pattern(String pattern) {
        return text().put("pattern", pattern);
    }

    private static ObjectNode format(String format) {
        return text().put("format", format);
    }
}
