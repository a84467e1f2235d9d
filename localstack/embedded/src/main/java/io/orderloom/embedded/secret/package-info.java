/** The functions' secret settings as AWS keeps them: stored by name and read on request. */
@NullMarked
package io.orderloom.embedded.secret;

import org.jspecify.annotations.NullMarked;
