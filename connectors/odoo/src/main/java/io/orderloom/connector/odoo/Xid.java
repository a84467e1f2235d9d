package io.orderloom.connector.odoo;

import io.orderloom.erp.ExternalId;
import java.nio.charset.StandardCharsets;

/**
 * An external id as Odoo keeps it. It is unique in the whole database, and an administrator can
 * point one of Orderloom's at a record of their own.
 *
 * @param name within the module {@code orderloom}; of letters, digits and {@code _-:/%}
 */
record Xid(String name) {
    static final String MODULE = "orderloom";

    static Xid of(ExternalId id) {
        return of(id.value());
    }

    /**
     * A dot would end the module's name, and a comma the id, so unusual characters are
     * percent-encoded.
     */
    static Xid of(String text) {
        var name = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "_-:/".indexOf(c) >= 0)) {
                name.append(c);
            } else {
                name.append("%%%02X".formatted((int) c));
            }
        }
        return new Xid(name.toString());
    }

    Xid part(String text) {
        return new Xid(name + "/" + of(text).name);
    }

    /** The form that Odoo's own screens and imports use. */
    @Override
    public String toString() {
        return MODULE + "." + name;
    }
}
