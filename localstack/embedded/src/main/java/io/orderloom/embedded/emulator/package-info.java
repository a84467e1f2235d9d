/** SQS and DynamoDB in this JVM, set up from the topology and kept on disk. */
@NullMarked
package io.orderloom.embedded.emulator;

import org.jspecify.annotations.NullMarked;
