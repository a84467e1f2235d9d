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
 *       hours with its <em>original</em> payload, comes in no order, and may come a day late, so no
 *       replay window is enforced.
 *   <li>Amounts are strings or numbers; {@code …_set} holds both ledgers, shop money and
 *       presentment money. Older API versions send only the plain field, in the shop's currency;
 *       {@code total_outstanding} is still like that.
 *   <li>Ids are numbers beyond 2^53.
 *   <li>A line has no stated total: it is price × quantity less its discount allocations, both as
 *       ordered. {@code current_…} fields follow edits and refunds and are not read.
 *   <li>Payloads from before allocations, and the vendor's own test notification, declare only
 *       {@code total_discounts}; that amount is allocated by largest remainder.
 *   <li>Amounts that are stated twice have to agree: a plain field with its set, {@code total_tax},
 *       {@code total_discounts}, {@code subtotal_price} and {@code total_shipping_price_set} with
 *       the parts that they sum up. Some sources state the subtotal before discounts, and the
 *       shipping total before or after them; tax on the whole order may be rounded separately from
 *       that of its lines.
 *   <li>Goods that {@code fulfillments} list as done when the order is placed, as at a till, have
 *       left. Later shipments are reported by a warehouse.
 *   <li>Taxes are stated on lines and charges and once more, summed up, on the order.
 *   <li>A duty is stated as a set only. With {@code duties_included} it is part of the prices.
 *   <li>{@code cancel_reason} is one of six; any other text becomes {@code other}. Titles are cut
 *       at 255 characters and the note at 5,000, the limits of Shopify's own forms. Codes of
 *       discounts, of shipping and of customs, and the names of taxes, have to stay distinct:
 *       beyond 255 characters a hash of the whole text replaces the end. An id and a {@code sku}
 *       are never cut. A refund's note is only searched for Orderloom's own mark, and not kept.
 *   <li>A line without {@code sku} is named {@code variant-<variant id>}.
 *   <li>The signature covers the body and no header. Therefore the facts come from the body alone:
 *       that the order was placed, its refunds, and its cancellation if there is a {@code
 *       cancelled_at}. They are the same under every topic, known or not, so that a body under a
 *       wrong topic has no other effect than under its own, and is not lost.
 *   <li>A body about something else, shown by its own id or by fields that orders lack, is not
 *       read, under {@code orders/create} as well: a draft is no order. The topic only decides
 *       whether a body that can't be read as an order should have been one.
 *   <li>If a later revision ({@code updated_at}) states again that the order was placed, the
 *       revision that came first remains valid. If a cancelled order can't be read as placed, that
 *       fact is left out, so that the cancellation is not lost.
 *   <li>{@code x-shopify-shop-domain} is not signed either. It is compared with the instance's shop
 *       to detect a mistaken subscription by another shop with the same app, which has the same
 *       secret.
 * </ul>
 *
 * <p>Refunds, exactly once:
 *
 * <ul>
 *   <li>Money is given back only for an order that the shop itself shows as cancelled, whatever a
 *       webhook said; a refund that exists already is recorded in any case.
 *   <li>The order's refunds are read first. Orderloom's own is recognized by the key in its note at
 *       any later time; {@code @idempotent}, which the API demands since 2026-04, covers 24 hours
 *       more tightly. One refund of exactly the owed amount counts as the refund, whoever made it;
 *       about any other refund that was made meanwhile a person decides.
 *   <li>No more than the owed amount is refunded, and from no payment more than the shop states as
 *       refundable; over-refunding stays forbidden.
 *   <li>{@code refundCreate} reports a rejection as {@code userErrors} with field and message but
 *       no code, and throttling or missing rights as 200 with {@code errors}.
 *   <li>A refund exists before its money has moved: its transactions show how far it is.
 *   <li>Amounts are stated in the buyer's currency. The shop converts a refund to its own currency
 *       at the rate of the day; Orderloom converts it at the order's rate, as all of the order's
 *       amounts.
 * </ul>
 */
@NullMarked
package io.orderloom.connector.shopify;

import org.jspecify.annotations.NullMarked;
