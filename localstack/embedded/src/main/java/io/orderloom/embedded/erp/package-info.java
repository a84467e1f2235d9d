/** A small ERP that keeps its documents on disk and refuses what a real one refuses. */
@NullMarked
package io.orderloom.embedded.erp;

import org.jspecify.annotations.NullMarked;
