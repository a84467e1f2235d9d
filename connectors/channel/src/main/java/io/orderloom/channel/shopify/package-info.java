/**
 * Shopify: webhooks of the Admin REST API's Order resource, refunds through the GraphQL Admin API.
 *
 * <p>After the vendor's pages "Webhooks: deliver through HTTPS", "Order" and "refundCreate".
 *
 * <ul>
 *   <li>A webhook is signed with HMAC-SHA256 over the raw bytes, in Base64. It is repeated for
 *       hours with its <em>original</em> payload, comes in no order, and may come a day late: there
 *       is no replay window.
 *   <li>Amounts are strings or numbers; {@code …_set} holds both ledgers, shop money and
 *       presentment money. Older API versions send only the plain field, in the shop's currency.
 *   <li>Ids are numbers beyond 2^53.
 *   <li>A line has no stated total: it is price × quantity less its discount allocations. Payloads
 *       from before allocations, and the vendor's own test notification, declare only {@code
 *       total_discounts}; that amount is allocated over the lines by largest remainder.
 *   <li>A line without {@code sku} is named {@code variant-<variant id>}.
 *   <li>{@code orders/create} of an order that is cancelled or refunded by then states those facts
 *       too.
 * </ul>
 */
@NullMarked
package io.orderloom.channel.shopify;

import org.jspecify.annotations.NullMarked;
