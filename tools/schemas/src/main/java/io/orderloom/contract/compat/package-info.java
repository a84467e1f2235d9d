/** Whether a changed schema leaves old readers and old messages alive. Pure. */
@NullMarked
package io.orderloom.contract.compat;

import org.jspecify.annotations.NullMarked;
