package io.orderloom.desk;

import io.orderloom.core.LineQuantities;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of the table of an order's units.
 *
 * @param units of a line that are there
 */
record UnitColumn(String head, Function<LineQuantities, Quantity> units) {
    static final List<UnitColumn> ALL =
            List.of(
                    new UnitColumn("ORDERED", LineQuantities::ordered),
                    new UnitColumn("OPEN", LineQuantities::open),
                    new UnitColumn("ALLOCATED", LineQuantities::allocated),
                    new UnitColumn("BACKORDERED", LineQuantities::backordered),
                    new UnitColumn("SHIPPED", LineQuantities::shipped),
                    new UnitColumn("DELIVERED", LineQuantities::delivered),
                    new UnitColumn("CANCELLED", LineQuantities::cancelled),
                    new UnitColumn("TO RETURN", LineQuantities::toReturn),
                    new UnitColumn("RETURNED", LineQuantities::returned),
                    new UnitColumn("INVOICED", LineQuantities::invoiced),
                    new UnitColumn("CREDITED", LineQuantities::credited),
                    new UnitColumn("REFUNDED", LineQuantities::refunded));

    /** The column's cells by its head; empty if no line has a unit there. */
    Optional<Map.Entry<String, List<String>>> of(List<LineQuantities> lines) {
        var cells = lines.stream().map(units).toList();
        return cells.stream().allMatch(Quantity::isZero)
                ? Optional.empty()
                : Optional.of(Map.entry(head, cells.stream().map(Quantity::toString).toList()));
    }
}
