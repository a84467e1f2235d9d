/**
 * Tests the sandbox ERP against the contract of the port, through its adapter and its own server.
 */
@NullMarked
package io.orderloom.connector.sandbox;

import org.jspecify.annotations.NullMarked;
