/** The template that a stage becomes, and the architecture of all modules. */
@NullMarked
package io.orderloom.cdk;

import org.jspecify.annotations.NullMarked;
