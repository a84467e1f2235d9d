/**
 * The port to an ERP: look up by external id, book, cancel. Connectors open ERPs by instance and
 * say what they lack.
 */
@NullMarked
package io.orderloom.erp;

import org.jspecify.annotations.NullMarked;
