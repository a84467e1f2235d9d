/** What tests of contracts see of the core's inside. */
@NullMarked
package io.orderloom.core;

import org.jspecify.annotations.NullMarked;
