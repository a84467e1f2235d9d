/**
 * The order store on DynamoDB. A fact is committed with one conditional write of its order's state
 * item, which also holds the newest log entry. The entry becomes an item of its own before the next
 * fact is committed.
 */
@NullMarked
package io.orderloom.kit.order;

import org.jspecify.annotations.NullMarked;
