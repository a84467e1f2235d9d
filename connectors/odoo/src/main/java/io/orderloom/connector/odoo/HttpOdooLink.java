package io.orderloom.connector.odoo;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Reaches Odoo over HTTP. */
@ApplicationScoped
class HttpOdooLink implements OdooLink {

    @Override
    public OdooApi to(OdooConfig config) {
        var url =
                config.url()
                        .orElseThrow(() -> new IllegalStateException("ERP_ODOO_URL is not set"));
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url))
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(OdooApi.class);
    }
}
