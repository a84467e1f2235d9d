/** The governor of the ERP account: keeps it in the table, and stands before every call. */
@NullMarked
package io.orderloom.kit.governor;

import org.jspecify.annotations.NullMarked;
