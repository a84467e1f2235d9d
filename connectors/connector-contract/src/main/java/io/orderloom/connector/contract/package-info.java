/** The contract of the port to an ERP, and the orders that it is tested with. */
@NullMarked
package io.orderloom.connector.contract;

import org.jspecify.annotations.NullMarked;
