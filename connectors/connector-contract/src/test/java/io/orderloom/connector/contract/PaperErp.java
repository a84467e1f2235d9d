package io.orderloom.connector.contract;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.Line;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An ERP in memory that really can do only so much. */
final class PaperErp implements Erp {
    private static final LocalDate OPEN_SINCE = LocalDate.of(2026, 1, 1);

    private final Set<ErpCapability> can;
    private final Map<ExternalId, ErpDocument> documents = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();

    PaperErp(Set<ErpCapability> can) {
        this.can = can;
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        var missing = needed(booking);
        missing.removeAll(can);
        if (!missing.isEmpty()) {
            return new Failed(missing.iterator().next().refused("not on paper"));
        }
        var document =
                new ErpDocument(
                        new ExternalReference(name(), "page", id.value()),
                        "P" + documents.size(),
                        booking.total(),
                        ErpDocument.State.CONFIRMED);
        documents.put(id, document);
        dates.put(booking.order().id().toString(), booking.order().businessDate());
        return new Booked(document);
    }

    private static Set<ErpCapability> needed(Booking booking) {
        var order = booking.order();
        var needed = EnumSet.noneOf(ErpCapability.class);
        if (order.lines().stream()
                        .flatMap(line -> line.taxLines().stream())
                        .map(tax -> tax.included())
                        .distinct()
                        .count()
                > 1) {
            needed.add(ErpCapability.MIXED_TAX_INCLUSION);
        }
        if (!booking.total().currency().code().equals("USD")) {
            needed.add(ErpCapability.FOREIGN_CURRENCY);
        }
        if (order.businessDate().isBefore(OPEN_SINCE)) {
            needed.add(ErpCapability.BACKDATING);
        }
        if (order.lines().stream().anyMatch(line -> !line.uom().equals(Line.PIECE))) {
            needed.add(ErpCapability.UNITS_OF_MEASURE);
        }
        return needed;
    }

    @Override
    public FindAnswer find(ExternalId id) {
        var document = documents.get(id);
        if (document != null) {
            return new Booked(document);
        }
        return can.contains(ErpCapability.CONCLUSIVE_LOOK_UP)
                ? new Absent()
                : new Failed(ErpCapability.CONCLUSIVE_LOOK_UP.refused("not on paper"));
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        if (!can.contains(ErpCapability.CANCEL)) {
            return new Failed(ErpCapability.CANCEL.refused("ink stays"));
        }
        var before = documents.get(id);
        if (before == null) {
            return new Absent();
        }
        var cancelled =
                new ErpDocument(
                        before.reference(),
                        before.number(),
                        before.total(),
                        ErpDocument.State.CANCELLED);
        documents.put(id, cancelled);
        return new Booked(cancelled);
    }

    LocalDate date(String order) {
        return dates.getOrDefault(order, LocalDate.EPOCH);
    }

    @Override
    public Duration settlingTime() {
        return Duration.ZERO;
    }

    @Override
    public Health health() {
        return new Health(true, "paper");
    }
}
