package io.orderloom.erp;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of ERP. A deployment may configure several instances of it, such as one for each company;
 * each is opened by itself and shares nothing with the others.
 */
public interface ErpConnector {

    /** The name by which configuration chooses it, for example {@code odoo}. */
    String name();

    /** The capabilities that its ERP lacks. It has every capability that is not named here. */
    Set<ErpCapability> lacks();

    default Set<ErpCapability> capabilities() {
        var has = EnumSet.allOf(ErpCapability.class);
        has.removeAll(lacks());
        return Collections.unmodifiableSet(has);
    }

    /**
     * Makes no call. If the ERP can't be reached, its answers say so.
     *
     * @throws InvalidErpSettings if a setting is missing or can't be used
     */
    Erp open(ErpInstance instance);
}
