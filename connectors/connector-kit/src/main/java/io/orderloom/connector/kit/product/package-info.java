/** The numbers by which the trade knows its articles. */
@NullMarked
package io.orderloom.connector.kit.product;

import org.jspecify.annotations.NullMarked;
