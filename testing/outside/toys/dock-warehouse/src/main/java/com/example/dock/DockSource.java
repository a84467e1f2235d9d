package com.example.dock;

import io.orderloom.fact.FactKey;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
import io.orderloom.fault.Fault;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.order.Quantity;
import io.orderloom.reference.References;
import io.orderloom.source.Malformed;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import io.orderloom.source.WebhookSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Reads a warehouse's reports of shipments. */
@ApplicationScoped
public class DockSource implements WebhookSource {

    @Override
    public String name() {
        return "dock";
    }

    @Override
    public SystemRole role() {
        return SystemRole.WAREHOUSE;
    }

    @Override
    public boolean accepts(String contentType) {
        return contentType.startsWith("text/plain");
    }

    @Override
    public boolean authentic(Payload payload, List<String> secrets) {
        var given = payload.header("dock-key").orElse("").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret ->
                        MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given))
                .reduce(false, Boolean::logicalOr);
    }

    @Override
    public Optional<Stranger> stranger(SourceInstance instance, Payload payload) {
        return Optional.empty();
    }

    @Override
    public String deliveryId(Payload payload) {
        return "dock-" + Integer.toHexString(text(payload).hashCode());
    }

    @Override
    public Optional<Malformed> malformed(Payload payload) {
        return Optional.empty();
    }

    @Override
    public CardFree cardFree(Payload payload) {
        return new CardFree(payload, List.of());
    }

    @Override
    public List<String> headersToKeep() {
        return List.of();
    }

    @Override
    public Translation translate(
            SourceInstance instance,
            Payload payload,
            References references,
            String correlationId) {
        try {
            return new Translation.Stated(
                    text(payload)
                            .lines()
                            .map(line ->
                                    statement(
                                            line.split("\\|", -1),
                                            instance,
                                            payload,
                                            correlationId))
                            .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return new Translation.Unreadable(
                    new Fault.Invalid("body", String.valueOf(unreadable.getMessage())));
        }
    }

    private static Statement statement(
            String[] parts, SourceInstance instance, Payload payload, String correlationId) {
        var units = parts[3].split("=", -1);
        return Statement.of(
                List.of(
                        new FulfilmentFact.Shipped(
                                new Provenance(
                                        new FactKey(
                                                "dock/" + instance.name(),
                                                FulfilmentFact.Shipped.KIND,
                                                parts[2],
                                                "1"),
                                        Role.WAREHOUSE,
                                        payload.receivedAt(),
                                        payload.receivedAt(),
                                        correlationId),
                                OrderId.parse(parts[1]),
                                parts[2],
                                List.of(
                                        new Units(
                                                units[0],
                                                Quantity.of(Integer.parseInt(units[1])))))),
                PersonalData.NONE);
    }

    private static String text(Payload payload) {
        return new String(payload.bytes(), StandardCharsets.UTF_8).strip();
    }
}
