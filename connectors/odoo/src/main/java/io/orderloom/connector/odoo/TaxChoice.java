package io.orderloom.connector.odoo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses which of Odoo's own taxes corresponds to a stated one. Pure. */
sealed interface TaxChoice {

    record Chosen(long id) implements TaxChoice {}

    /** None of Odoo's taxes corresponds to it. */
    record Missing() implements TaxChoice {}

    /**
     * Several correspond to it, and a guess could put the amount on the wrong line of a tax return.
     */
    record Ambiguous(List<SaleTax> fits) implements TaxChoice {}

    /** A sales tax of Odoo that has no external id of Orderloom's. */
    record SaleTax(long id, String name, BigDecimal percent, boolean included) {}

    /**
     * Chooses by name, rate and kind. Rate and kind alone are enough only if the tax is the only
     * one on its lines, as a value-added tax is: of several that are charged together, two may have
     * the same rate.
     *
     * @param usual the tax that Odoo charges on sales by default
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
