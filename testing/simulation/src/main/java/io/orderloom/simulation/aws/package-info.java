/**
 * SQS and DynamoDB, simulated as far as the functions use them. Everything else is rejected, so
 * that no call passes here that a real queue or table would treat differently. One contract test
 * runs against both.
 */
@NullMarked
package io.orderloom.simulation.aws;

import org.jspecify.annotations.NullMarked;
