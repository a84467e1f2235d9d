/**
 * The demo shop's side of Shopify's GraphQL Admin API, only for refunds: it knows the orders that
 * the shop cancelled, keeps its refunds on disk and rejects what Shopify rejects.
 */
@NullMarked
package io.orderloom.embedded.shopify;

import org.jspecify.annotations.NullMarked;
