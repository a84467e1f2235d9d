/**
 * The order store on DynamoDB. A fact commits with one conditional write of its order's state item,
 * in which the newest log entry stands; the entry becomes an item of its own before the next fact.
 */
@NullMarked
package io.orderloom.kit.order;

import org.jspecify.annotations.NullMarked;
