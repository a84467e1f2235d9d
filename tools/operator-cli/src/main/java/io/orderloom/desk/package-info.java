/**
 * The tool of the person in charge: lists exceptions, assigns, resolves and waives them, redrives
 * dead letters, erases personal data. It has a person's rights and a function's code.
 */
@NullMarked
package io.orderloom.desk;

import org.jspecify.annotations.NullMarked;
