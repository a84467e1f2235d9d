/** Tests of the demo shop's API by itself. */
@NullMarked
package io.orderloom.embedded.shopify;

import org.jspecify.annotations.NullMarked;
