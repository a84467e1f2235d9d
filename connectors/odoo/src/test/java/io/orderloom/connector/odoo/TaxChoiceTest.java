package io.orderloom.connector.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.connector.odoo.TaxChoice.Ambiguous;
import io.orderloom.connector.odoo.TaxChoice.Chosen;
import io.orderloom.connector.odoo.TaxChoice.Missing;
import io.orderloom.connector.odoo.TaxChoice.SaleTax;
import io.orderloom.order.TaxLine.Collector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaxChoiceTest {
    private static final StatedTax VAT = stated("VAT", "19", true);
    private static final SaleTax GOODS = odoo(1, "19% USt", "19.0000", true);
    private static final SaleTax SERVICES = odoo(2, "19% USt S", "19.0000", true);
    private static final SaleTax ADDED = odoo(3, "19% net", "19.0000", false);
    private static final SaleTax REDUCED = odoo(4, "7% USt", "7.0000", true);

    private static StatedTax stated(String name, String percent, boolean included) {
        return new StatedTax(name, new BigDecimal(percent), included, Collector.MERCHANT);
    }

    private static SaleTax odoo(long id, String name, String percent, boolean included) {
        return new SaleTax(id, name, new BigDecimal(percent), included);
    }

    @Test
    void the_only_tax_of_its_rate_and_kind_is_chosen_where_it_stands_alone() {
        var choice = TaxChoice.of(VAT, true, List.of(GOODS, ADDED, REDUCED), Optional.empty());

        assertThat(choice).isEqualTo(new Chosen(1));
    }

    @Test
    void among_several_taxes_that_fit_the_default_of_the_company_is_chosen() {
        var choice = TaxChoice.of(VAT, true, List.of(GOODS, SERVICES), Optional.of(2L));

        assertThat(choice).isEqualTo(new Chosen(2));
    }

    @Test
    void several_taxes_that_fit_without_a_default_are_left_to_a_person() {
        var choice = TaxChoice.of(VAT, true, List.of(GOODS, SERVICES), Optional.of(9L));

        assertThat(choice).isEqualTo(new Ambiguous(List.of(GOODS, SERVICES)));
    }

    @Test
    void a_tax_with_the_stated_name_is_chosen_before_all_others() {
        var named = odoo(5, "vat", "19.0000", true);

        var choice = TaxChoice.of(VAT, false, List.of(GOODS, named), Optional.of(1L));

        assertThat(choice).isEqualTo(new Chosen(5));
    }

    @Test
    void a_tax_that_is_charged_beside_others_is_never_chosen_by_its_rate() {
        var county = stated("County", "1.5", false);
        var city = odoo(6, "City", "1.5000", false);

        var choice = TaxChoice.of(county, false, List.of(city), Optional.empty());

        assertThat(choice).isEqualTo(new Missing());
    }

    @Test
    void a_tax_of_another_rate_or_kind_is_not_chosen() {
        var choice = TaxChoice.of(VAT, true, List.of(ADDED, REDUCED), Optional.of(3L));

        assertThat(choice).isEqualTo(new Missing());
    }

    @Test
    void an_external_id_names_the_tax_for_good() {
        var tax = stated("NY State & City, 1.5", "8.875", false);

        assertThat(tax.xid())
                .hasToString("orderloom.tax/NY%20State%20%26%20City%2C%201%2E5/8%2E875/excluded");
        assertThat(new StatedTax("X", BigDecimal.TEN, true, Collector.MARKETPLACE).xid())
                .hasToString("orderloom.tax/X/10/included/marketplace");
    }
}
