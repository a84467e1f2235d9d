/** The CDK application of somebody else, which can use only what is public. */
@NullMarked
package io.orderloom.example;

import org.jspecify.annotations.NullMarked;
