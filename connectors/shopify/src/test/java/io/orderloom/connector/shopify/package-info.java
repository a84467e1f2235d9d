/** Tests of the Shopify adapter with Shopify's payloads and API. */
@NullMarked
package io.orderloom.connector.shopify;

import org.jspecify.annotations.NullMarked;
