/**
 * Measurements whose results are written into the docs. They are run by hand and are part of no
 * deployment.
 */
@NullMarked
package io.orderloom.measure;

import org.jspecify.annotations.NullMarked;
