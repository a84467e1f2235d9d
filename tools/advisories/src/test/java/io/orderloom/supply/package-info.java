/** Bills of materials and advisories, small ones of our own. */
@NullMarked
package io.orderloom.supply;

import org.jspecify.annotations.NullMarked;
