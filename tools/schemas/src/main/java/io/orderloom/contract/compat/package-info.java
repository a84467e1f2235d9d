/** Decides whether old readers and old messages still work with a changed schema. Pure. */
@NullMarked
package io.orderloom.contract.compat;

import org.jspecify.annotations.NullMarked;
