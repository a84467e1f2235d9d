package io.orderloom.normalize;

import io.orderloom.fact.Fact;
import io.orderloom.order.Tenancy;
import io.orderloom.source.Statement;

/**
 * Writes into the documents of a statement whose order it is. The configuration decides that and
 * not the payload, so no connector can forget it. Pure.
 */
final class Tenancies {
    private Tenancies() {}

    static Statement of(Statement statement, Tenancy tenancy) {
        return tenancy.equals(Tenancy.NONE)
                ? statement
                : new Statement(
                        statement.order(),
                        statement.facts().stream().map(fact -> of(fact, tenancy)).toList(),
                        statement.personalData());
    }

    private static Fact of(Fact fact, Tenancy tenancy) {
        return switch (fact) {
            case Fact.OrderPlaced(var provenance, var order) ->
                    new Fact.OrderPlaced(provenance, order.of(tenancy));
            case Fact.OrderEdited(var provenance, var order) ->
                    new Fact.OrderEdited(provenance, order.of(tenancy));
            case Fact other -> other;
        };
    }
}
