/** Runs packaged functions as processes of their own behind Lambda's Runtime API. */
@NullMarked
package io.orderloom.embedded.lambda;

import org.jspecify.annotations.NullMarked;
