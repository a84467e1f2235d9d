/** What the sandboxes keep on disk. */
@NullMarked
package io.orderloom.embedded.journal;

import org.jspecify.annotations.NullMarked;
