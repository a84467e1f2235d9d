/** The port to an ERP: look up by external id, book, cancel. */
@NullMarked
package io.orderloom.erp;

import org.jspecify.annotations.NullMarked;
