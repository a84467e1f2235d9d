/**
 * Shopify: webhooks of the Admin REST API's Order resource, refunds through the GraphQL Admin API.
 *
 * <p>After the vendor's pages "Webhooks: deliver through HTTPS", "Order", "refundCreate",
 * "SuggestedRefund", "Implementing idempotency", "GraphQL Admin API rate limits" and "API response
 * status and error codes".
 *
 * <p>Orders:
 *
 * <ul>
 *   <li>A webhook is signed with HMAC-SHA256 over the raw bytes, in Base64. It is repeated for
 *       hours with its <em>original</em> payload, comes in no order, and may come a day late: there
 *       is no replay window.
 *   <li>Amounts are strings or numbers; {@code …_set} holds both ledgers, shop money and
 *       presentment money. Older API versions send only the plain field, in the shop's currency; so
 *       is {@code total_outstanding} still.
 *   <li>Ids are numbers beyond 2^53.
 *   <li>A line has no stated total: it is price × quantity less its discount allocations, both of
 *       what was ordered. {@code current_…} fields follow edits and refunds and are not read.
 *   <li>Payloads from before allocations, and the vendor's own test notification, declare only
 *       {@code total_discounts}; that amount is allocated by largest remainder.
 *   <li>Taxes stand on lines and charges and once more, summed up, on the order.
 *   <li>A duty is a set by itself. With {@code duties_included} it is in the prices.
 *   <li>A line without {@code sku} is named {@code variant-<variant id>}.
 *   <li>{@code orders/create} of an order that is cancelled or refunded by then states those facts
 *       too.
 * </ul>
 *
 * <p>Refunds, once:
 *
 * <ul>
 *   <li>The order's refunds are looked at first. Ours is known by the key in its note, for ever;
 *       {@code @idempotent}, which the API demands since 2026-04, covers 24 hours more tightly. One
 *       refund of exactly what is owed is adopted whoever made it; anything else that was given
 *       back meanwhile is for a person to decide on.
 *   <li>No more than what is owed is asked for, and no payment is asked for more than the shop says
 *       it can give back; over-refunding stays forbidden.
 *   <li>{@code refundCreate} answers a refusal as {@code userErrors} with field and message but no
 *       code, and throttling or missing rights as 200 with {@code errors}.
 *   <li>A refund exists before its money has moved: its transactions say how far it is.
 *   <li>Amounts are asked for in the buyer's currency. What a refund is in the shop's own currency
 *       follows the rate of its day there; here it follows the order's, as the order's books do.
 * </ul>
 */
@NullMarked
package io.orderloom.channel.shopify;

import org.jspecify.annotations.NullMarked;
