@NullMarked
package io.orderloom.contract.compat;

import org.jspecify.annotations.NullMarked;
