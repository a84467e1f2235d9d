package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import io.orderloom.money.Currency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Currencies that Odoo can book in without guessing: active, of the same decimals, and with a rate
 * where it is not the company's own. An order gets its currency from its price list, so there is an
 * empty one for each.
 */
@ApplicationScoped
class Currencies {
    private static final String PRICELIST = "product.pricelist";

    private final Records records;
    private final Map<Currency, Long> usable = new ConcurrentHashMap<>();

    Currencies(Records records) {
        this.records = records;
    }

    static Xid pricelist(Currency currency) {
        return Xid.of("pricelist").part(currency.code());
    }

    /** The currency and its price list. */
    record Ids(long currency, long pricelist) {}

    Answer<Ids> of(Currency currency, Company company, Known known) {
        return id(currency, company)
                .then(id -> pricelist(currency, id, known).map(list -> new Ids(id, list)));
    }

    /** What was found to be usable stays so. */
    private Answer<Long> id(Currency currency, Company company) {
        var before = usable.get(currency);
        if (before != null) {
            return Answer.given(before);
        }
        return records.read(
                        "res.currency",
                        List.of(List.of("name", "=", currency.code())),
                        List.of("decimal_places", "rate_ids"))
                .then(found -> usable(currency, company, found.stream().findFirst()))
                .map(id -> {
                    usable.put(currency, id);
                    return id;
                });
    }

    /** Pure. */
    static Answer<Long> usable(Currency currency, Company company, Optional<JsonNode> found) {
        if (found.isEmpty()) {
            return refused(currency, "unknown_currency", "is not active in Odoo");
        }
        var odoo = found.get();
        int decimals = odoo.path("decimal_places").asInt();
        if (decimals != currency.exponent()) {
            return refused(
                    currency,
                    "currency_decimals",
                    "has %d decimals, but %d in Odoo".formatted(currency.exponent(), decimals));
        }
        long id = odoo.path("id").asLong();
        // Without one, Odoo would book one for one.
        if (id != company.currency() && odoo.path("rate_ids").isEmpty()) {
            return refused(currency, "missing_exchange_rate", "has no exchange rate in Odoo");
        }
        return Answer.given(id);
    }

    private static Answer<Long> refused(Currency currency, String reason, String detail) {
        return Answer.missed(
                new Fault.Rejected(
                        reason, currency.code(), "currency: %s %s".formatted(currency, detail)));
    }

    private Answer<Long> pricelist(Currency currency, long id, Known known) {
        var xid = pricelist(currency);
        return records.ensure(
                PRICELIST,
                xid,
                known,
                new Call.Table(
                        List.of("id", "name", "currency_id/.id"),
                        List.of(
                                List.of(
                                        xid.toString(),
                                        "Orders in " + currency.code(),
                                        Long.toString(id)))));
    }
}
