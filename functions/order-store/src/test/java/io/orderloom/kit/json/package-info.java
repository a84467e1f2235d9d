/** Tests. */
@NullMarked
package io.orderloom.kit.json;

import org.jspecify.annotations.NullMarked;
