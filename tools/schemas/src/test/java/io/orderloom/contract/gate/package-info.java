@NullMarked
package io.orderloom.contract.gate;

import org.jspecify.annotations.NullMarked;
