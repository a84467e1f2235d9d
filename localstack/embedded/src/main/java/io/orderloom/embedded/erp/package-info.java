/** A small ERP that keeps its documents on disk and rejects what a real one rejects. */
@NullMarked
package io.orderloom.embedded.erp;

import org.jspecify.annotations.NullMarked;
