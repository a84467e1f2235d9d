package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.connector.odoo.TaxChoice.SaleTax;
import io.orderloom.fault.Fault;
import io.orderloom.order.TaxLine.Collector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds Odoo's tax for each stated one: the one to which an administrator gave its external id,
 * else the one of Odoo's own that corresponds to it, else a new one.
 */
final class Taxes {
    private static final String TAX = "account.tax";

    private final Records records;
    private final NewTaxes newTaxes;
    private final OdooSettings settings;

    Taxes(Records records, NewTaxes newTaxes, OdooSettings settings) {
        this.records = records;
        this.newTaxes = newTaxes;
        this.settings = settings;
    }

    CallResult<Map<StatedTax, Long>> ids(List<SaleLine> lines, Company company, ResolvedIds known) {
        var ids = new HashMap<StatedTax, Long>();
        var unknown = new ArrayList<StatedTax>();
        for (var tax : stated(lines)) {
            known.id(TAX, tax.xid())
                    .ifPresentOrElse(id -> ids.put(tax, id), () -> unknown.add(tax));
        }
        if (unknown.isEmpty()) {
            return CallResult.given(ids);
        }
        return candidates(company)
                .then(all -> choose(unknown, lines, all, company))
                .map(chosen -> {
                    ids.putAll(chosen);
                    return ids;
                });
    }

    static Set<StatedTax> stated(List<SaleLine> lines) {
        return lines.stream()
                .flatMap(line -> line.taxes().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The company's sales taxes that have no external id of Orderloom's. */
    private CallResult<List<SaleTax>> candidates(Company company) {
        return records.known(TAX)
                .then(ours ->
                        records.read(
                                        TAX,
                                        List.of(
                                                List.of("type_tax_use", "=", "sale"),
                                                List.of("amount_type", "=", "percent"),
                                                List.of("company_id", "=", company.id())),
                                        List.of("name", "amount", "price_include"))
                                .map(taxes ->
                                        taxes.stream()
                                                .map(Taxes::saleTax)
                                                .filter(tax -> !ours.names(TAX, tax.id()))
                                                .toList()));
    }

    private CallResult<Map<StatedTax, Long>> choose(
            List<StatedTax> taxes, List<SaleLine> lines, List<SaleTax> all, Company company) {
        var ids = new HashMap<StatedTax, Long>();
        var missing = new ArrayList<StatedTax>();
        for (var tax : taxes) {
            switch (choice(tax, lines, all, company)) {
                case TaxChoice.Chosen(var id) -> ids.put(tax, id);
                case TaxChoice.Missing() when mayBeMade(tax) -> missing.add(tax);
                case TaxChoice.Missing() -> {
                    return CallResult.missed(unknown(tax));
                }
                case TaxChoice.Ambiguous(var fits) -> {
                    return CallResult.missed(ambiguous(tax, fits));
                }
            }
        }
        return newTaxes.make(missing, company)
                .map(made -> {
                    ids.putAll(made);
                    return ids;
                });
    }

    /**
     * A tax that a marketplace pays to the authority is not the company's debt, so its account
     * can't be guessed.
     */
    private static TaxChoice choice(
            StatedTax tax, List<SaleLine> lines, List<SaleTax> all, Company company) {
        return switch (tax.collectedBy()) {
            case MERCHANT -> TaxChoice.of(tax, alone(tax, lines), all, company.usualTax());
            case MARKETPLACE -> new TaxChoice.Missing();
        };
    }

    private boolean mayBeMade(StatedTax tax) {
        return settings.createTaxes() && tax.collectedBy() == Collector.MERCHANT;
    }

    private static boolean alone(StatedTax tax, List<SaleLine> lines) {
        return lines.stream()
                .map(line -> line.taxes().keySet())
                .noneMatch(taxes -> taxes.contains(tax) && taxes.size() > 1);
    }

    private static SaleTax saleTax(JsonNode tax) {
        return new SaleTax(
                tax.path("id").asLong(),
                tax.path("name").asText(),
                tax.path("amount").decimalValue(),
                tax.path("price_include").asBoolean());
    }

    private static Fault unknown(StatedTax tax) {
        return new Fault.Rejected(
                "unknown_tax",
                tax.label(),
                "taxLines: Odoo has no sales tax '%s'; one that gets the external id %s is taken"
                        .formatted(tax.label(), tax.xid()));
    }

    private static Fault ambiguous(StatedTax tax, List<SaleTax> fits) {
        return new Fault.Rejected(
                "ambiguous_tax",
                tax.label(),
                "taxLines: %s may be '%s'; the one that gets the external id %s is taken"
                        .formatted(
                                fits.stream().map(SaleTax::name).collect(Collectors.joining(", ")),
                                tax.label(),
                                tax.xid()));
    }
}
