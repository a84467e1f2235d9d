/** Counts the functions' requests to SQS and DynamoDB. */
@NullMarked
package io.orderloom.embedded.meter;

import org.jspecify.annotations.NullMarked;
