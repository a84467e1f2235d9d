/**
 * Odoo 19 over JSON-2. Vendor documents: "External JSON-2 API", "External identifiers", "Sales",
 * "Taxes"; all statements here were tried on 19.0.
 *
 * <p><b>Interface.</b> {@code POST /json/2/<model>/<method>} with a bearer key and named arguments;
 * each call is one transaction. A Python exception comes as {@code {name, message}} and means that
 * the transaction was rolled back: 422 for actions that a user may not take, 403 for a missing
 * right, 404, and 500 for everything else, be it a lost race ({@code psycopg2.errors.*}) or a
 * mistyped field. Only an answer that is not Odoo's own leaves a write in doubt.
 *
 * <p><b>Exactly once.</b> No field of a sales order is unique, and two calls that each search and
 * then create lead to two orders. An external id ({@code ir.model.data}) is unique: {@code load}
 * creates the order, its lines and their external ids in one transaction, or fails on the id that
 * another transaction committed meanwhile. It then answers {@code ids: false} with a text; the text
 * is ignored, and the id is looked up. With {@code mode=update, noupdate=true} in its context
 * {@code load} creates only missing records, so that a late repetition does not overwrite what
 * people have changed since.
 *
 * <p><b>Steps.</b> An order is entered as a draft, compared with the order's total, confirmed and
 * dated. Each step can be repeated from wherever the last attempt ended. {@code action_confirm}
 * raises an error the second time (then the state is read) and sets {@code date_order} to now (then
 * it is set to the business date, noon UTC). Writing the head of an order makes Odoo recompute the
 * taxes of its lines, so a draft that was edited gets its lines restated and nothing else. If a
 * draft still does not add up, the posting is rejected and it stays a draft.
 *
 * <p><b>Taxes.</b> Stated amounts are facts, but Odoo computes tax by itself, and rounds over the
 * whole order. So each taxed line carries Odoo's own {@code account.tax} and, in {@code
 * extra_tax_data}, the amounts that the tax engine is to use as given, as Odoo's down payments and
 * point of sale do it. They hold for the order and its invoice, in the right tax account, as long
 * as nobody changes price, quantity, discount, currency or taxes of the line; then Odoo computes by
 * the rate. A partial invoice is computed by the rate too. There is no balancing line: a residual
 * of the order is a line named by its cause.
 *
 * <p><b>Which tax.</b> The tax that carries the external id, for example {@code
 * orderloom.tax/VAT/20/included}: an administrator gives it to the tax that is meant. Else one of
 * the same name, rate and kind; else, where it is the only tax on its lines, the company's usual
 * one or the only one of that rate and kind. If there are several, the order is rejected; if there
 * is none, one is created, with the account of the company's usual sales tax and without tags of a
 * tax return. A tax that a marketplace pays is never guessed.
 *
 * <p><b>Discounts.</b> A percentage has two decimals in Odoo: 10.00 off 29.99 can't be one.
 * Therefore each allocation is a line of its own below the line that it reduces, as Odoo's own
 * discount wizard creates it, and takes back the tax on itself. Taxes of the whole order are a line
 * without a price.
 *
 * <p><b>Products.</b> Items are found by internal reference ({@code default_code}, not unique
 * there) or barcode and never created: Odoo owns them. Products that stand for shipping, discounts,
 * tips, gift cards and so on are created on demand; another product takes the place of one if it
 * gets its external id, for example {@code orderloom.product/gift-card}, and should have a fitting
 * account.
 *
 * <p><b>Customers</b> and addresses are created once and not overwritten. A customer belongs to a
 * shop, for example {@code orderloom.customer/shop-eu:shopify/customer/207119551}, since two shops
 * may give two people the same number. Odoo would pick a delivery address from an earlier order:
 * therefore both addresses are always named. Personal data in Odoo's messages is removed from
 * faults before they leave the connector.
 *
 * <p><b>Currencies.</b> An order gets its currency from its price list. One that is not active, has
 * other decimals, or has no rate (Odoo would convert one to one) is rejected.
 *
 * <p><b>Cancelling.</b> {@code action_cancel} succeeds even on orders that were delivered or
 * invoiced, so these are looked for first and rejected.
 */
@NullMarked
package io.orderloom.connector.odoo;

import org.jspecify.annotations.NullMarked;
