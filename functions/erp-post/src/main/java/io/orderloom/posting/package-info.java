/** Posts each order's document to the ERP, exactly once. */
@NullMarked
package io.orderloom.posting;

import org.jspecify.annotations.NullMarked;
