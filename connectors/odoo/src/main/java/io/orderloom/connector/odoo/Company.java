package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The company in whose books orders are posted.
 *
 * @param currency the currency of its books
 * @param country the country whose taxes it charges
 * @param usualTax the tax that it charges on sales by default
 */
record Company(long id, long currency, long country, Optional<Long> usualTax) {
    static final String MODEL = "res.company";
    static final List<String> FIELDS =
            List.of("currency_id", "account_fiscal_country_id", "account_sale_tax_id");

    static Company of(JsonNode company) {
        return new Company(
                company.path("id").asLong(),
                company.path("currency_id").path(0).asLong(),
                company.path("account_fiscal_country_id").path(0).asLong(),
                Optional.of(company.path("account_sale_tax_id").path(0).asLong())
                        .filter(id -> id != 0));
    }
}
