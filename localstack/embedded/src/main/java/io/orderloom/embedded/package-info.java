/** All of Orderloom on one machine without Docker: {@link io.orderloom.embedded.EmbeddedStack}. */
@NullMarked
package io.orderloom.embedded;

import org.jspecify.annotations.NullMarked;
