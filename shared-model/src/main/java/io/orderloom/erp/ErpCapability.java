package io.orderloom.erp;

import io.orderloom.fault.Fault;
import java.util.Locale;

/**
 * In what ERPs differ. An ERP has each of them unless its connector says that it lacks it, and the
 * contract of ERPs verifies both.
 */
public enum ErpCapability {
    /** Cancels a document that was posted. */
    CANCEL("a posted document can be cancelled"),
    /** Changes a posted document to a later revision of its order. */
    AMEND("a posted document can be changed"),
    /** Records what was shipped of a document. */
    DELIVER("a delivery can be recorded"),
    INVOICE("an invoice can be made from a document"),
    CREDIT("a credit note can be made for an invoice"),
    RETURN("returned units can be received"),
    REGISTER_PAYMENT("a payment can be registered on an invoice"),
    /** Books an order some of whose taxes are in its prices and some are added to them. */
    MIXED_TAX_INCLUSION("some taxes of an order are in its prices, and some are added to them"),
    /** Books in another currency than that of the books. */
    FOREIGN_CURRENCY("an order is in another currency than the books"),
    /** Books under the order's own business date, even if that day is past. */
    BACKDATING("a document is dated on a past business date"),
    /** Books quantities that are not pieces, such as kilograms. */
    UNITS_OF_MEASURE("quantities are other than pieces"),
    /** A look-up after the settling time tells for certain that there is no document. */
    CONCLUSIVE_LOOK_UP("a look-up tells for certain that there is no document");

    /** The reason of a rejection by which an adapter says that its ERP lacks a capability. */
    public static final String NOT_SUPPORTED = "not_supported";

    private final String meaning;

    ErpCapability(String meaning) {
        this.meaning = meaning;
    }

    /** The name in rejections and on pages, for example {@code mixed-tax-inclusion}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words for a reader. */
    public String meaning() {
        return meaning;
    }

    /**
     * The answer of an ERP that lacks it.
     *
     * @param detail says what the order asks for, and what to do about it
     */
    public Fault.Rejected refused(String detail) {
        return new Fault.Rejected(NOT_SUPPORTED, label(), detail);
    }
}
