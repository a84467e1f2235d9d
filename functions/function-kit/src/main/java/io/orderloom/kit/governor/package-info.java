/** The governor of the ERP account. It keeps the account in the table and guards every call. */
@NullMarked
package io.orderloom.kit.governor;

import org.jspecify.annotations.NullMarked;
