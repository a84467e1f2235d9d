/**
 * The second tier of running without an AWS account: the topology's queues and table on LocalStack.
 *
 * <p>{@code ENDPOINT} names one that is already running; without it a container is started. The
 * image is pinned to the last tag that starts without an account token; {@code
 * LOCALSTACK_AUTH_TOKEN} is passed on where it is set. Nothing else in the project needs Docker.
 */
@NullMarked
package io.orderloom.container;

import org.jspecify.annotations.NullMarked;
