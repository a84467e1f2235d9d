package io.orderloom.corpus;

import io.orderloom.money.Money;
import java.math.BigDecimal;

/**
 * An amount as the payload states it, and as the adapter has read it.
 *
 * @param path of the payload's field
 */
record StatedAmount(String path, BigDecimal stated, Money read) {

    boolean differs() {
        return stated.compareTo(read.decimal()) != 0;
    }

    @Override
    public String toString() {
        return "%s is %s, but was read as %s".formatted(path, stated.toPlainString(), read);
    }
}
