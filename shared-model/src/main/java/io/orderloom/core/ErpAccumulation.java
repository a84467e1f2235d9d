package io.orderloom.core;

import io.orderloom.core.ErpBooks.Amendment;
import io.orderloom.core.ErpBooks.Booked;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.ErpFact;
import io.orderloom.fact.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds an ERP's fact to what it stated before. Any two facts may change places. */
final class ErpAccumulation {
    private static final Comparator<Booked> EARLIEST =
            Comparator.comparing(Booked::at)
                    .thenComparing(Booked::sourceRevision)
                    .thenComparing(booked -> booked.document().number())
                    .thenComparingLong(booked -> booked.document().total().minorUnits());

    private ErpAccumulation() {}

    static void add(Draft draft, ErpFact fact) {
        var erp = draft.erp;
        switch (fact) {
            case Fact.ErpPosted f -> erp.documents = with(erp.documents, booked(f));
            case Fact.ErpAmended f -> erp.amendment = Optional.of(latest(erp.amendment, f));
            case Fact.ErpRefused f ->
                    erp.refused =
                            Optional.of(Rejection.first(erp.refused, RaisedExceptions.refusal(f)));
            case Fact.ErpInDoubt _ -> erp.inDoubt = true;
            case Fact.ErpPostingSkipped _ -> erp.skipped = true;
            case Fact.ErpCancelled f -> erp.cancelled = Optional.of(least(erp.cancelled, f));
            case Fact.ErpCancelRefused f ->
                    erp.cancelRefused =
                            Optional.of(
                                    Rejection.first(
                                            erp.cancelRefused, RaisedExceptions.refusal(f)));
            case Fact.ErpInvoiced f -> {
                Accumulation.count(draft, UnitCount.INVOICED, f.units());
                erp.invoiced = erp.invoiced.plus(f.amount());
                erp.charged = erp.charged.plus(f.charges());
            }
            case Fact.ErpCredited f -> {
                Accumulation.count(draft, UnitCount.CREDITED, f.units());
                erp.credited = erp.credited.plus(f.amount());
            }
        }
    }

    private static Booked booked(Fact.ErpPosted fact) {
        return new Booked(fact.document(), fact.sourceRevision(), fact.provenance().occurredAt());
    }

    private static List<Booked> with(List<Booked> known, Booked news) {
        var same =
                Stream.concat(known.stream(), Stream.of(news))
                        .filter(b -> reference(b).equals(reference(news)))
                        .min(EARLIEST)
                        .orElse(news);
        return Stream.concat(
                        known.stream().filter(b -> !reference(b).equals(reference(news))),
                        Stream.of(same))
                .sorted(Comparator.comparing(ErpAccumulation::reference))
                .toList();
    }

    private static String reference(Booked booked) {
        var reference = booked.document().reference();
        return reference.system() + "/" + reference.kind() + "/" + reference.id();
    }

    private static Amendment latest(Optional<Amendment> known, Fact.ErpAmended fact) {
        var news = new Amendment(fact.document(), fact.sourceRevision(), fact.upTo());
        return known.filter(k -> k.upTo() >= news.upTo()).orElse(news);
    }

    private static ErpDocument least(Optional<ErpDocument> known, Fact.ErpCancelled fact) {
        return known.filter(k -> k.number().compareTo(fact.document().number()) <= 0)
                .orElse(fact.document());
    }
}
