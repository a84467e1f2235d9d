package io.orderloom.fact;

import java.time.Instant;

/**
 * Where a fact comes from.
 *
 * @param role the part that its source plays
 * @param occurredAt when it happened, as the source says, UTC
 * @param recordedAt when we took it in, UTC
 * @param correlationId follows the order through all systems and logs
 */
public record Provenance(
        FactKey key, Role role, Instant occurredAt, Instant recordedAt, String correlationId) {}
