/**
 * How functions call AWS: over connections that are kept, with as little work a call as they need.
 */
@NullMarked
package io.orderloom.kit.aws;

import org.jspecify.annotations.NullMarked;
