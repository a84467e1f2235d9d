@NullMarked
package io.orderloom.contract.async;

import org.jspecify.annotations.NullMarked;
