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
 *   <li>What is stated twice has to agree: a plain field with its set, {@code total_tax}, {@code
 *       total_discounts}, {@code subtotal_price} and {@code total_shipping_price_set} with the
 *       parts that they sum up. Some sources state the subtotal before discounts, and the shipping
 *       total before or after them; tax on the whole order may be rounded apart from that of its
 *       lines.
 *   <li>What {@code fulfillments} list as done when the order is placed, as at a till, has left. A
 *       warehouse tells of the rest.
 *   <li>Taxes stand on lines and charges and once more, summed up, on the order.
 *   <li>A duty is a set by itself. With {@code duties_included} it is in the prices.
 *   <li>{@code cancel_reason} is one of six; what is none of them is {@code other}. Titles are cut
 *       at 255 characters and the note at 5,000, as long as Shopify's own forms take. Codes of
 *       discounts, of shipping and of customs, and the names of taxes, tell things apart: beyond
 *       255 characters their end is a hash of all of it. An id and a {@code sku} are never cut. A
 *       refund's note is only looked through for our own mark, and kept nowhere.
 *   <li>A line without {@code sku} is named {@code variant-<variant id>}.
 *   <li>The signature covers the body and no header. So the body alone says what is stated: that
 *       the order was placed, its refunds, and its cancellation if there is a {@code cancelled_at};
 *       the same under every topic, known or not. A body under another topic than its own can
 *       therefore do nothing that the body itself does not say, and is not lost.
 *   <li>What is about something else, by its own id or by fields that an order has not, is left
 *       unread, under {@code orders/create} as well: a draft is no order. The topic tells only
 *       whether a body that can't be read as an order should have been one.
 *   <li>A placing that a later revision ({@code updated_at}) states again is known by then; the
 *       revision that came first holds. A cancelled order's placing that can't be read is left out,
 *       so that its cancellation is not lost.
 *   <li>{@code x-shopify-shop-domain} is not signed either. Compared with the instance's shop it
 *       tells a mistaken subscription of another shop of the same app, which has the same secret.
 * </ul>
 *
 * <p>Refunds, once:
 *
 * <ul>
 *   <li>Money is given back only for an order that the shop itself shows as cancelled, whatever a
 *       webhook said; a refund that is there already is adopted all the same.
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
package io.orderloom.connector.shopify;

import org.jspecify.annotations.NullMarked;
