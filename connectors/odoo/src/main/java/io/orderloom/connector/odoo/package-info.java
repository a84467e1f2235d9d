/**
 * Odoo 19 over JSON-2. Vendor documents: "External JSON-2 API", "External identifiers", "Sales",
 * "Taxes"; what is said here was tried on 19.0.
 *
 * <p><b>Interface.</b> {@code POST /json/2/<model>/<method>} with a bearer key and named arguments;
 * each call is one transaction. A Python exception comes as {@code {name, message}} and says that
 * the transaction was rolled back: 422 for what users may not do, 403 for a missing right, 404, and
 * 500 for everything else, lost races ({@code psycopg2.errors.*}) and mistyped fields alike. Only
 * an answer that is not Odoo's own leaves a write in doubt.
 *
 * <p><b>Exactly once.</b> No field of a sales order is unique, and two calls that search and then
 * create make two orders. An external id ({@code ir.model.data}) is unique: {@code load} makes the
 * order, its lines and their external ids in one transaction, or fails on the id that another
 * transaction committed meanwhile. It then answers {@code ids: false} with a text; the text is not
 * read, the id is looked up. With {@code mode=update, noupdate=true} in its context {@code load}
 * makes only what is missing, so that a repetition that comes late does not write over what people
 * have changed since.
 *
 * <p><b>Steps.</b> Entered as a draft, compared with the order's total, confirmed, dated: each can
 * be taken again from wherever the last attempt ended. {@code action_confirm} raises the second
 * time (then the state is read) and sets {@code date_order} to now (then it is set to the business
 * date, noon UTC). Writing the head of an order makes Odoo recompute the taxes of its lines, so a
 * draft that was edited gets its lines restated and nothing else. A draft that still does not add
 * up is refused and stays a draft.
 *
 * <p><b>Taxes.</b> Stated amounts are facts, but Odoo computes tax by itself, and rounds over the
 * whole order. So each taxed line carries Odoo's own {@code account.tax} and, in {@code
 * extra_tax_data}, the amounts that the tax engine is to take as given, as Odoo's down payments and
 * point of sale do it. They hold for the order and its invoice, in the right tax account, as long
 * as nobody changes price, quantity, discount, currency or taxes of the line; then Odoo computes by
 * the rate. An invoice of a part is computed by the rate too. Nothing is balanced: a residual of
 * the order is a line named by its cause.
 *
 * <p><b>Which tax.</b> The one that carries the external id, for example {@code
 * orderloom.tax/VAT/20/included}: an administrator gives it to the tax that is meant. Else one of
 * the same name, rate and kind; else, where it is the only tax on its lines, the company's usual
 * one or the only one of that rate and kind. Several are refused, none is made, with the account of
 * the company's usual sales tax and without tags of a tax return. A tax that a marketplace pays is
 * never guessed.
 *
 * <p><b>Discounts.</b> A percentage has two decimals in Odoo: 10.00 off 29.99 is none. So each
 * allocation is a line of its own below the line it reduces, as Odoo's own discount wizard makes
 * them, and takes back the tax on itself. Taxes of the whole order are a line without a price.
 *
 * <p><b>Products.</b> Items are found by internal reference ({@code default_code}, not unique
 * there) or barcode and never made: Odoo owns them. What stands for shipping, discounts, tips, gift
 * cards and so on is made on demand; another product takes its place by taking its external id, for
 * example {@code orderloom.product/gift-card}, and should have the account that fits.
 *
 * <p><b>Customers</b> and addresses are made once and not rewritten. A customer is one of a shop,
 * for example {@code orderloom.customer/shop-eu:shopify/customer/207119551}, since two shops may
 * number two people alike. Odoo would pick a delivery address from an earlier order: both addresses
 * are always named. What Odoo says of a person is taken out of faults before they leave.
 *
 * <p><b>Currencies.</b> An order gets its currency from its price list. One that is not active, has
 * other decimals, or has no rate (Odoo would book one for one) is refused.
 *
 * <p><b>Cancelling.</b> {@code action_cancel} succeeds on what was delivered and invoiced: both are
 * looked for first and refused.
 */
@NullMarked
package io.orderloom.connector.odoo;

import org.jspecify.annotations.NullMarked;
