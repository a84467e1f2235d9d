package io.orderloom.facts;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.json.Json;
import io.orderloom.order.PersonalData;
import io.orderloom.reference.References;
import io.orderloom.source.Payload;
import io.orderloom.source.Source;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads a payload that is one fact in its stored form (docs/schemas/v1/fact). It takes no webhooks:
 * proofs put such messages into the inbound queue.
 */
@ApplicationScoped
public class FactSource implements Source {

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public SystemRole role() {
        return SystemRole.WAREHOUSE;
    }

    @Override
    public Translation translate(
            SourceInstance instance, Payload payload, References references, String correlationId) {
        try {
            return new Translation.Stated(
                    List.of(
                            Statement.of(
                                    List.of(Json.read(payload.bytes(), Fact.class)),
                                    PersonalData.NONE)));
        } catch (IllegalArgumentException unreadable) {
            return new Translation.Unreadable(
                    new Fault.Invalid("body", "is no fact: " + unreadable.getMessage()));
        }
    }
}
