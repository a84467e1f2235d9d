/** Shopify's payloads and API against the adapter. */
@NullMarked
package io.orderloom.connector.shopify;

import org.jspecify.annotations.NullMarked;
