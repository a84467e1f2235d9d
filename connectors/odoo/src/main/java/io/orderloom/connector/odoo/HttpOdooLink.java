package io.orderloom.connector.odoo;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Reaches Odoo over HTTP. */
@ApplicationScoped
final class HttpOdooLink implements OdooLink {

    @Override
    public OdooApi to(OdooSettings settings) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(OdooApi.class);
    }
}
