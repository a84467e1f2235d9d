/** Tests that the contract notices a connector that declares what is not so. */
@NullMarked
package io.orderloom.connector.contract;

import org.jspecify.annotations.NullMarked;
