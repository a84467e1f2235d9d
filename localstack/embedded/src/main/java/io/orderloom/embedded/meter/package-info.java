/** Counts what the functions ask of SQS and DynamoDB. */
@NullMarked
package io.orderloom.embedded.meter;

import org.jspecify.annotations.NullMarked;
