package io.orderloom.connector.odoo;

import io.orderloom.erp.ExternalId;
import java.nio.charset.StandardCharsets;

/**
 * An external id as Odoo keeps it: unique in the whole database, and the place where an
 * administrator points one of ours at a record of their own.
 *
 * @param name within the module {@code orderloom}; of letters, digits and {@code _-:/%}
 */
record Xid(String name) {
    static final String MODULE = "orderloom";

    static Xid of(ExternalId id) {
        return of(id.value());
    }

    /** A dot would end the module's name, a comma the id: anything unusual is percent-encoded. */
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

    /** As Odoo's own screens and imports write it. */
    @Override
    public String toString() {
        return MODULE + "." + name;
    }
}
