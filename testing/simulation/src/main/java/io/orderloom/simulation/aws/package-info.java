/**
 * SQS and DynamoDB, simulated as far as the functions use them: what they don't use is refused, so
 * that nothing passes here that a real queue or table would see otherwise. A contract holds both to
 * the same.
 */
@NullMarked
package io.orderloom.simulation.aws;

import org.jspecify.annotations.NullMarked;
