/** Measurements that are written into the docs: run by hand, part of no deployment. */
@NullMarked
package io.orderloom.measure;

import org.jspecify.annotations.NullMarked;
