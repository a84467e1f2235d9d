/**
 * The tool of the person in charge: it lists exceptions, assigns, resolves and waives them,
 * redrives dead letters, and erases personal data. It has a person's rights and uses the functions'
 * code.
 */
@NullMarked
package io.orderloom.desk;

import org.jspecify.annotations.NullMarked;
