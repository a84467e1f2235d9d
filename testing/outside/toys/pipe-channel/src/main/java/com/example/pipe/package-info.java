/**
 * A channel that sends orders as lines of text, {@code ORDER|1001|2026-11-03T08:15:30Z|USD} and
 * {@code LINE|1|MUG-01|2|12.50}, signed in the header {@code pipe-signature}: hexadecimal digits of
 * the body's HMAC-SHA256.
 */
@NullMarked
package com.example.pipe;

import org.jspecify.annotations.NullMarked;
