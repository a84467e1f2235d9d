/** What the functions rely on at SQS and DynamoDB, asked of whatever stands in for them. */
@NullMarked
package io.orderloom.container;

import org.jspecify.annotations.NullMarked;
