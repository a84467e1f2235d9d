/** The contract of the port to an ERP, and the orders it is tried with. */
@NullMarked
package io.orderloom.connector.contract;

import org.jspecify.annotations.NullMarked;
