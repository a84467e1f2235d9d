/**
 * The behaviour of SQS, DynamoDB, Secrets Manager and EventBridge Scheduler on which the functions
 * and Lambda's event sources rely, tested on everything that stands in for them: emulators and the
 * simulation. How queues and table are set up is not part of it.
 */
@NullMarked
package io.orderloom.aws.contract;

import org.jspecify.annotations.NullMarked;
