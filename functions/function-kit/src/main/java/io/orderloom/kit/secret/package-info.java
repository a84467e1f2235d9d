/**
 * Secret settings, read from AWS Secrets Manager. If the variable {@link
 * io.orderloom.topology.Secret#VARIABLE} names no secret, this package is not used, and the same
 * settings come from the environment.
 */
@NullMarked
package io.orderloom.kit.secret;

import org.jspecify.annotations.NullMarked;
