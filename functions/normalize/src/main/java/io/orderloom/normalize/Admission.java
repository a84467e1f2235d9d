package io.orderloom.normalize;

import io.orderloom.fact.Fact;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.ChannelInstance;
import io.orderloom.order.Tenancy;
import io.orderloom.reference.Reference;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a source may state what its payload says. A signature proves which instance sent
 * it; this holds the instance to its role, to its own orders and to its tenant. Pure.
 *
 * @param instances finds a configured instance by name
 */
record Admission(SourceInstance from, Function<String, Optional<ChannelInstance>> instances) {

    /** The reason against one of the statements, if there is one. */
    Optional<Fault.Invalid> against(List<Statement> statements) {
        return statements.stream().flatMap(one -> against(one).stream()).findFirst();
    }

    /** The reason against a description, if one is of another instance's thing. */
    static Optional<Fault.Invalid> againstReferences(
            SourceInstance from, List<Reference> described) {
        return described.stream()
                .map(Reference::key)
                .filter(key -> !key.system().equals(from.name()))
                .findFirst()
                .flatMap(key ->
                        invalid(
                                "reference",
                                "the %s %s belongs to '%s', which alone may describe it; '%s' may not"
                                        .formatted(
                                                key.kind(), key.id(), key.system(), from.name())));
    }

    private Optional<Fault.Invalid> against(Statement statement) {
        return statement.facts().stream()
                .flatMap(fact -> against(fact).stream())
                .findFirst()
                .or(() -> againstOrder(statement.order().channelInstance()));
    }

    private Optional<Fault.Invalid> against(Fact fact) {
        var role = fact.provenance().role();
        if (!from.role().states(role)) {
            return invalid(
                    "provenance.role",
                    "'%s' is a %s and may not state %s as %s; correct its role in ORDERLOOM_CHANNELS if it is more"
                            .formatted(
                                    from.name(),
                                    lower(from.role()),
                                    fact.provenance().key().kind(),
                                    lower(role)));
        }
        return role == Role.COMMERCE && !fact.orderId().channelInstance().equals(from.name())
                ? invalid(
                        "orderId",
                        "%s is an order of '%s', which alone may state %s of it; '%s' may not"
                                .formatted(
                                        fact.orderId(),
                                        fact.orderId().channelInstance(),
                                        fact.provenance().key().kind(),
                                        from.name()))
                : Optional.empty();
    }

    private Optional<Fault.Invalid> againstOrder(String channelInstance) {
        if (channelInstance.equals(from.name())) {
            return Optional.empty();
        }
        var owner = instances.apply(channelInstance).map(one -> one.settings().tenancy());
        if (owner.isEmpty()) {
            return invalid(
                    "orderId",
                    "no channel instance '%s' is configured; name it in ORDERLOOM_CHANNELS"
                            .formatted(channelInstance));
        }
        return owner.flatMap(Tenancy::tenant).equals(from.tenancy().tenant())
                ? Optional.empty()
                : invalid(
                        "orderId",
                        "'%s' and '%s' belong to different tenants"
                                .formatted(channelInstance, from.name()));
    }

    private static Optional<Fault.Invalid> invalid(String path, String reason) {
        return Optional.of(new Fault.Invalid(path, reason));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
