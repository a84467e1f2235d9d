@NullMarked
package io.orderloom.fault;

import org.jspecify.annotations.NullMarked;
