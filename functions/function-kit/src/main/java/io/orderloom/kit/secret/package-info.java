/**
 * Settings that are secret, from AWS Secrets Manager. Where the variable {@link
 * io.orderloom.topology.Secret#VARIABLE} names none, nothing of this is used, and the same settings
 * come from the environment.
 */
@NullMarked
package io.orderloom.kit.secret;

import org.jspecify.annotations.NullMarked;
