/**
 * The functions' secret settings as AWS keeps them: by name, handed out when they are asked for.
 */
@NullMarked
package io.orderloom.embedded.secret;

import org.jspecify.annotations.NullMarked;
