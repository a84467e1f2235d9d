/**
 * The demo shop's side of Shopify's GraphQL Admin API, as far as refunds go: it knows the orders
 * that the shop cancelled, keeps its refunds on disk and refuses what Shopify refuses.
 */
@NullMarked
package io.orderloom.embedded.shopify;

import org.jspecify.annotations.NullMarked;
