/** The JSON form of the model in the table and in messages: compact, exact, reflection-safe. */
@NullMarked
package io.orderloom.kit.json;

import org.jspecify.annotations.NullMarked;
