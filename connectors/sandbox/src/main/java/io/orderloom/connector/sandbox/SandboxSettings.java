package io.orderloom.connector.sandbox;

import io.orderloom.connector.kit.setting.ErpSettingReader;
import io.orderloom.erp.ErpInstance;
import java.net.URI;

/** The address of one sandbox ERP, and what it accepts from us. */
record SandboxSettings(URI url, String token) {

    static SandboxSettings of(ErpInstance instance) {
        var reader = new ErpSettingReader(instance);
        return reader.checked(new SandboxSettings(reader.address("url"), reader.required("token")));
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "sandbox at " + url;
    }
}
