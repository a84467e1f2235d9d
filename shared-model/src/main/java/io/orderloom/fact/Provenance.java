package io.orderloom.fact;

import java.time.Instant;

/**
 * The origin of a fact.
 *
 * @param role the role of its source
 * @param occurredAt when it happened, as the source states, UTC
 * @param recordedAt when it was received here, UTC
 * @param correlationId follows the order through all systems and logs
 */
public record Provenance(
        FactKey key, Role role, Instant occurredAt, Instant recordedAt, String correlationId) {}
