/** The file format in which the sandboxes keep their state. */
@NullMarked
package io.orderloom.embedded.journal;

import org.jspecify.annotations.NullMarked;
