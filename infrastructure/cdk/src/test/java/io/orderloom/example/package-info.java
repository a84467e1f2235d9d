/** Somebody else's CDK application, which knows what is public. */
@NullMarked
package io.orderloom.example;

import org.jspecify.annotations.NullMarked;
