/** Tests of the template that a stage becomes, and of the architecture of all modules. */
@NullMarked
package io.orderloom.cdk;

import org.jspecify.annotations.NullMarked;
