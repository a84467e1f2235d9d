package io.orderloom.connector.shopify;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Reaches the Admin API over HTTP. */
@ApplicationScoped
class HttpShopifyAdminLink implements ShopifyAdminLink {

    @Override
    public ShopifyAdminApi to(String url) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url))
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(15, TimeUnit.SECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(ShopifyAdminApi.class);
    }
}
