/**
 * Checks the project's bill of materials against known vulnerabilities. The list comes from
 * outside, in the form of the OSV project (ossf.github.io/osv-schema); nothing here uses the
 * network.
 */
@NullMarked
package io.orderloom.supply;

import org.jspecify.annotations.NullMarked;
