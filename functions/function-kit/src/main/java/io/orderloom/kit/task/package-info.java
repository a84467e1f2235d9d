/** Effects on other systems, each brought about once. */
@NullMarked
package io.orderloom.kit.task;

import org.jspecify.annotations.NullMarked;
