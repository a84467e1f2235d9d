/**
 * A CRM that takes no CloudEvents: for each event one line of text, {@code shipped|pipe-shop:1001},
 * is put under the event's id.
 */
@NullMarked
package com.example.ledger;

import org.jspecify.annotations.NullMarked;
