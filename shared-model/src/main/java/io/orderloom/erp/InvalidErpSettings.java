package io.orderloom.erp;

import java.util.List;

/** The settings of an ERP instance can't be used. No flaw quotes a value, which may be a secret. */
public final class InvalidErpSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param flaws each begins with the setting's name
     */
    public InvalidErpSettings(List<String> flaws) {
        super(String.join("; ", flaws));
    }
}
