/** Tests with small bills of materials and advisories of our own. */
@NullMarked
package io.orderloom.supply;

import org.jspecify.annotations.NullMarked;
