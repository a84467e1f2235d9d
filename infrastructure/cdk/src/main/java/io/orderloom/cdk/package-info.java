/**
 * Orderloom on AWS: one CloudFormation stack a stage, built from the topology.
 *
 * <p>Nothing here names a queue, a limit or a permission of its own: who may send where follows
 * from {@link io.orderloom.topology.Function#sends()}, and a queue's consumer is the only one that
 * may receive from it.
 */
@NullMarked
package io.orderloom.cdk;

import org.jspecify.annotations.NullMarked;
