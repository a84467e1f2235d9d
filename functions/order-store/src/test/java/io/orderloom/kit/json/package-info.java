/** Tests of the JSON form of the model. */
@NullMarked
package io.orderloom.kit.json;

import org.jspecify.annotations.NullMarked;
