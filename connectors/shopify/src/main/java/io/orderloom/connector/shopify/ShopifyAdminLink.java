package io.orderloom.connector.shopify;

/** How a shop's Admin API is reached: what is below has no part in what is asked of it. */
public interface ShopifyAdminLink {

    ShopifyAdminApi to(String url);
}
