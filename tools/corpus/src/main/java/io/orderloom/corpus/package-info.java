/**
 * Runs payloads that other people wrote through an adapter's translation and the order core, as the
 * functions would, and names how each one ends. A source is known by its port alone; the few things
 * that the port does not tell of a platform are in its reader.
 */
@NullMarked
package io.orderloom.corpus;

import org.jspecify.annotations.NullMarked;
