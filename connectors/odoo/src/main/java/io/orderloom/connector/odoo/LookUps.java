package io.orderloom.connector.odoo;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.order.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds or creates everything that a sales order refers to, before the order itself. */
final class LookUps {
    private final OdooClient client;
    private final Records records;
    private final OdooCurrencies currencies;
    private final OdooItems items;
    private final Taxes taxes;
    private final Partners partners;
    private final OdooSettings settings;
    private volatile @Nullable Company company;

    LookUps(
            OdooClient client,
            Records records,
            OdooCurrencies currencies,
            OdooItems items,
            Taxes taxes,
            Partners partners,
            OdooSettings settings) {
        this.client = client;
        this.records = records;
        this.currencies = currencies;
        this.items = items;
        this.taxes = taxes;
        this.partners = partners;
        this.settings = settings;
    }

    /** Looks up every external id that booking this order may need, including the order's own. */
    CallResult<ResolvedIds> known(Booking booking, ExternalId id) {
        var lines = OdooOrders.lines(booking);
        return records.known(
                Stream.of(
                                Stream.of(Xid.of(id)),
                                Stream.of(OdooCurrencies.pricelist(booking.total().currency())),
                                OdooItems.charges(sold(lines)).stream().map(Item.Charge::xid),
                                Taxes.stated(lines).stream().map(StatedTax::xid),
                                parties(booking, id).xids().stream())
                        .flatMap(ids -> ids)
                        .toList());
    }

    /**
     * Ordered so that a rejection leaves as little behind as possible: the customer is created
     * last.
     */
    // spotless:off
    CallResult<SaleIds> references(Booking booking, ExternalId id, List<SaleLine> lines, ResolvedIds known) {
        var parties = parties(booking, id);
        return pieces(booking).then(_ ->
                company().then(company ->
                currencies.of(booking.total().currency(), company, known).then(currency ->
                items.ids(sold(lines), known).then(products ->
                taxes.ids(lines, company, known).then(taxIds ->
                partners.ids(parties, known).map(people ->
                        new SaleIds(
                                company.id(),
                                currency.currency(),
                                currency.pricelist(),
                                people.getOrDefault(parties.customer().xid(), 0L),
                                people.getOrDefault(parties.invoiceTo(), 0L),
                                people.getOrDefault(parties.shipTo(), 0L),
                                products,
                                taxIds)))))));
    }
    // spotless:on

    private Parties parties(Booking booking, ExternalId id) {
        return Parties.of(booking, id, settings.guestCustomer());
    }

    private static Set<Item> sold(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::item).collect(Collectors.toSet());
    }

    /** Odoo takes a quantity to be in the product's own unit, so only pieces are accepted. */
    private static CallResult<Booking> pieces(Booking booking) {
        return booking.order().lines().stream()
                .filter(line -> !line.uom().equals(Line.PIECE))
                .findFirst()
                .<CallResult<Booking>>map(line ->
                        CallResult.missed(
                                ErpCapability.UNITS_OF_MEASURE.refused(
                                        "lines[%s].uom: only pieces (%s) are booked in Odoo, not %s"
                                                .formatted(line.lineId(), Line.PIECE, line.uom()))))
                .orElseGet(() -> CallResult.given(booking));
    }

    /** Cached, because the company's id, currency and country do not change. */
    private CallResult<Company> company() {
        var before = company;
        if (before != null) {
            return CallResult.given(before);
        }
        return readCompany()
                .map(found -> {
                    company = found;
                    return found;
                });
    }

    private CallResult<Company> readCompany() {
        return companyId()
                .then(id -> records.read(Company.MODEL, id, Company.FIELDS))
                .then(found ->
                        found.<CallResult<Company>>map(json -> CallResult.given(Company.of(json)))
                                .orElseGet(() ->
                                        CallResult.missed(
                                                new Fault.Rejected(
                                                        "unknown_company",
                                                        "company",
                                                        "company: Odoo has no such"
                                                                + " company"))));
    }

    /** The company to which a new order would belong. */
    private CallResult<Long> companyId() {
        return settings.company().isPresent()
                ? CallResult.given(settings.company().getAsLong())
                : client.call(
                                new Call(
                                        OdooOrders.MODEL,
                                        "default_get",
                                        Map.of("fields", List.of("company_id")),
                                        Map.of(),
                                        false))
                        .map(defaults -> defaults.path("company_id").asLong());
    }
}
