/** Ingests facts that no connector can read yet. */
@NullMarked
package io.orderloom.facts;

import org.jspecify.annotations.NullMarked;
