/**
 * The port to what an order's payload refers to and does not repeat, such as the products of a
 * shop: what its system said of it last, by system, kind and id.
 */
@NullMarked
package io.orderloom.reference;

import org.jspecify.annotations.NullMarked;
