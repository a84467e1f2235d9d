/**
 * Orderloom on AWS: one CloudFormation stack for each stage, built from the topology.
 *
 * <p>Nothing here names a queue, a limit or a permission of its own: {@link
 * io.orderloom.topology.Function#sends()} decides which function may send where, and only a queue's
 * consumer may receive from it.
 */
@NullMarked
package io.orderloom.cdk;

import org.jspecify.annotations.NullMarked;
