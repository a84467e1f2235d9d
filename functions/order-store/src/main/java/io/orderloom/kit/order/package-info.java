/** The order store on DynamoDB: one transaction of two items per fact. */
@NullMarked
package io.orderloom.kit.order;

import org.jspecify.annotations.NullMarked;
