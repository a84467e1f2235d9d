/** Tests with small payloads of our own, and one with those of others where they are at hand. */
@NullMarked
package io.orderloom.corpus;

import org.jspecify.annotations.NullMarked;
