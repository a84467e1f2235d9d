/**
 * What the functions and Lambda's event sources rely on at SQS, DynamoDB, Secrets Manager and
 * EventBridge Scheduler, asked of whatever stands in for them: emulators, and the simulation. How
 * queues and table are set up is no part of it.
 */
@NullMarked
package io.orderloom.aws.contract;

import org.jspecify.annotations.NullMarked;
