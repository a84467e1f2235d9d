/** The samples that all tests share, and the one fixed time that they run at. */
@NullMarked
package io.orderloom.sample;

import org.jspecify.annotations.NullMarked;
