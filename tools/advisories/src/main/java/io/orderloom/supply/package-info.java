/**
 * What the project is made of, held against what is known to be vulnerable. The list comes from
 * outside, in the form of the OSV project (ossf.github.io/osv-schema); nothing here calls anybody.
 */
@NullMarked
package io.orderloom.supply;

import org.jspecify.annotations.NullMarked;
