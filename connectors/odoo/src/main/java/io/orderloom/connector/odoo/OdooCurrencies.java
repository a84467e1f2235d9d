package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import io.orderloom.money.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds currencies that Odoo can book in without guessing: active, with the same decimals, and with
 * a rate unless it is the company's own. An order gets its currency from its price list, so each
 * currency has an empty price list.
 */
final class OdooCurrencies {
    private static final String PRICELIST = "product.pricelist";

    private final Records records;
    private final Map<Currency, Long> usable = new ConcurrentHashMap<>();

    OdooCurrencies(Records records) {
        this.records = records;
    }

    static Xid pricelist(Currency currency) {
        return Xid.of("pricelist").part(currency.code());
    }

    /** The ids of the currency and of its price list. */
    record Ids(long currency, long pricelist) {}

    CallResult<Ids> of(Currency currency, Company company, ResolvedIds known) {
        return id(currency, company)
                .then(id -> pricelist(currency, id, known).map(list -> new Ids(id, list)));
    }

    /** A currency that was found usable stays so. */
    private CallResult<Long> id(Currency currency, Company company) {
        var before = usable.get(currency);
        if (before != null) {
            return CallResult.given(before);
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

    /** Checks a currency as Odoo has it. Pure. */
    static CallResult<Long> usable(Currency currency, Company company, Optional<JsonNode> found) {
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
        // Without a rate, Odoo would convert one to one.
        if (id != company.currency() && odoo.path("rate_ids").isEmpty()) {
            return refused(currency, "missing_exchange_rate", "has no exchange rate in Odoo");
        }
        return CallResult.given(id);
    }

    private static CallResult<Long> refused(Currency currency, String reason, String detail) {
        return CallResult.missed(
                new Fault.Rejected(
                        reason, currency.code(), "currency: %s %s".formatted(currency, detail)));
    }

    private CallResult<Long> pricelist(Currency currency, long id, ResolvedIds known) {
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
