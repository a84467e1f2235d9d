package io.orderloom.connector.odoo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of Odoo's own taxes a stated one is. Pure. */
sealed interface TaxChoice {

    record Chosen(long id) implements TaxChoice {}

    /** None of Odoo's is this one. */
    record Missing() implements TaxChoice {}

    /** Any guess could put the amount on the wrong line of a tax return. */
    record Ambiguous(List<SaleTax> fits) implements TaxChoice {}

    /** A sales tax of Odoo that no external id of ours names. */
    record SaleTax(long id, String name, BigDecimal percent, boolean included) {}

    /**
     * By name, rate and kind. By rate and kind alone only where the tax stands alone on its lines,
     * as a value-added tax does: of several that are charged together, two may have the same rate.
     *
     * @param usual what Odoo charges on sales unless told otherwise
     */
    static TaxChoice of(StatedTax tax, boolean alone, List<SaleTax> all, Optional<Long> usual) {
        var fits =
                all.stream()
                        .filter(t -> t.included() == tax.included())
                        .filter(t -> t.percent().compareTo(tax.percent()) == 0)
                        .toList();
        var named = only(fits, t -> t.name().equalsIgnoreCase(tax.name()));
        if (!named.isEmpty()) {
            return one(named);
        }
        if (!alone || fits.isEmpty()) {
            return new Missing();
        }
        var usualOne = only(fits, t -> usual.filter(id -> id == t.id()).isPresent());
        return one(usualOne.isEmpty() ? fits : usualOne);
    }

    private static List<SaleTax> only(List<SaleTax> taxes, Predicate<SaleTax> which) {
        return taxes.stream().filter(which).toList();
    }

    private static TaxChoice one(List<SaleTax> taxes) {
        return taxes.size() == 1 ? new Chosen(taxes.getFirst().id()) : new Ambiguous(taxes);
    }
}
