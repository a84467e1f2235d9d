package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates sales taxes, each in a group of its own name and posted to the account of the company's
 * usual sales tax. Without an account Odoo would post them as revenue.
 */
final class NewTaxes {
    private static final List<String> FIELDS =
            Stream.concat(
                            Stream.of(
                                    "id",
                                    "name",
                                    "amount",
                                    "amount_type",
                                    "type_tax_use",
                                    "price_include_override",
                                    "company_id/.id",
                                    "country_id/.id",
                                    "tax_group_id/.id"),
                            Stream.of("invoice", "refund")
                                    .flatMap(document ->
                                            Stream.of(
                                                            "repartition_type",
                                                            "factor_percent",
                                                            "account_id/.id")
                                                    .map(field ->
                                                            "%s_repartition_line_ids/%s"
                                                                    .formatted(document, field))))
                    .toList();

    private final Records records;

    NewTaxes(Records records) {
        this.records = records;
    }

    CallResult<Map<StatedTax, Long>> make(List<StatedTax> taxes, Company company) {
        if (taxes.isEmpty()) {
            return CallResult.given(Map.of());
        }
        return accounts(taxes.getFirst(), company)
                .then(accounts ->
                        groups(taxes, company)
                                .then(groups -> make(taxes, company, accounts, groups)));
    }

    /**
     * @param invoice blank if there is none
     */
    private record Accounts(String invoice, String refund) {}

    private CallResult<Accounts> accounts(StatedTax first, Company company) {
        return company.usualTax()
                .map(usual ->
                        records.read(
                                        "account.tax.repartition.line",
                                        List.of(
                                                List.of("tax_id", "=", usual),
                                                List.of("repartition_type", "=", "tax")),
                                        List.of("document_type", "account_id"))
                                .map(lines ->
                                        new Accounts(
                                                account(lines, "invoice"),
                                                account(lines, "refund"))))
                .filter(accounts ->
                        !(accounts instanceof CallResult.Given<Accounts>(var a)
                                && a.invoice().isBlank()))
                .orElseGet(() ->
                        CallResult.missed(
                                new Fault.Rejected(
                                        "no_tax_account",
                                        first.label(),
                                        "taxLines: '%s' can't be made in Odoo: the company has no usual sales tax whose account it could share; one that gets the external id %s is taken"
                                                .formatted(first.label(), first.xid()))));
    }

    private static String account(List<JsonNode> lines, String document) {
        return lines.stream()
                .filter(line -> line.path("document_type").asText().equals(document))
                .map(line -> line.path("account_id").path(0).asText(""))
                .findFirst()
                .orElse("");
    }

    /** The ids of the tax groups, by the name that the group's taxes have. */
    private CallResult<Map<String, Long>> groups(List<StatedTax> taxes, Company company) {
        return records.ensure(
                "account.tax.group",
                taxes.stream().map(StatedTax::name).collect(Collectors.toSet()),
                NewTaxes::group,
                ResolvedIds.NOTHING,
                missing ->
                        CallResult.given(
                                new Call.Table(
                                        List.of("id", "name", "company_id/.id", "country_id/.id"),
                                        missing.stream()
                                                .map(name ->
                                                        List.of(
                                                                group(name).toString(),
                                                                name,
                                                                Long.toString(company.id()),
                                                                Long.toString(company.country())))
                                                .toList())));
    }

    private static Xid group(String name) {
        return Xid.of("tax-group").part(name);
    }

    private CallResult<Map<StatedTax, Long>> make(
            List<StatedTax> taxes, Company company, Accounts accounts, Map<String, Long> groups) {
        return records.ensure(
                "account.tax",
                taxes,
                StatedTax::xid,
                ResolvedIds.NOTHING,
                missing ->
                        CallResult.given(
                                new Call.Table(
                                        FIELDS,
                                        missing.stream()
                                                .flatMap(
                                                        tax -> rows(tax, company, accounts, groups))
                                                .toList())));
    }

    private static Stream<List<String>> rows(
            StatedTax tax, Company company, Accounts accounts, Map<String, Long> groups) {
        var head =
                List.of(
                        tax.xid().toString(),
                        tax.label(),
                        tax.percent().toPlainString(),
                        "percent",
                        "sale",
                        tax.included() ? "tax_included" : "tax_excluded",
                        Long.toString(company.id()),
                        Long.toString(company.country()),
                        String.valueOf(groups.get(tax.name())));
        return Stream.of(
                row(head, List.of("base", "100", "", "base", "100", "")),
                row(
                        Collections.nCopies(head.size(), ""),
                        List.of(
                                "tax",
                                "100",
                                accounts.invoice(),
                                "tax",
                                "100",
                                accounts.refund())));
    }

    private static List<String> row(List<String> head, List<String> rest) {
        return Stream.concat(head.stream(), rest.stream()).toList();
    }
}
