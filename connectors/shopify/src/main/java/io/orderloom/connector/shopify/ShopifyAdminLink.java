package io.orderloom.connector.shopify;

/** The connection to a shop's Admin API. An implementation does not change the requests. */
public interface ShopifyAdminLink {

    ShopifyAdminApi to(String url);
}
