/** Numbers of payment cards, which are kept nowhere (PCI DSS, requirement 3). */
@NullMarked
package io.orderloom.card;

import org.jspecify.annotations.NullMarked;
