package io.orderloom.simulation.oracle;

/**
 * The causes for which an order or an input may wait for a person for good. The seed draws them.
 */
public enum Cause {
    MISCOUNTED("amounts don't add up"),
    UNREADABLE("payload can't be read"),
    NEVER_KNOWN("item that nobody enters in the ERP"),
    REFUND_REFUSED("payment that the shop gives nothing back of");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
