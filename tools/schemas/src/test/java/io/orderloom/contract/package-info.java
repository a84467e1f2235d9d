@NullMarked
package io.orderloom.contract;

import org.jspecify.annotations.NullMarked;
