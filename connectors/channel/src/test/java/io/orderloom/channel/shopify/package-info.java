/** Shopify's payloads and API against the adapter. */
@NullMarked
package io.orderloom.channel.shopify;

import org.jspecify.annotations.NullMarked;
