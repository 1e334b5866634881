package org.mingze.reading;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.institution.expression.Value;
import org.mingze.reading.review.FindKind;
import org.mingze.web.NotFound;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// 出处 — from a record to the document that it was taken from.
@Controller
class OriginController {
    private final CountyLedgers ledgers;
    private final Readings readings;
    private final Deciding deciding;

    OriginController(CountyLedgers ledgers, Readings readings, Deciding deciding) {
        this.ledgers = ledgers;
        this.readings = readings;
        this.deciding = deciding;
    }

    /// The document that a record was taken from, and its place there.
    @GetMapping("/records/{number:[1-9]\\d{0,17}}/reading")
    String ofRecord(@PathVariable long number, Officer officer) {
        UUID id =
                ledgers.ask(officer.county(), known -> document(known, number, officer))
                        .orElseThrow(() -> new NotFound("这一笔不是从审读里来的", "从审读采纳的记录才有原文可看。"));
        Optional<WorkRecord> record =
                ledgers.ask(officer.county(), known -> known.records().find(number));
        Optional<Integer> place = record.flatMap(Confirmed::place);
        FindKind kind =
                record.filter(each -> each.type().name().equals("措施")).isPresent()
                        ? FindKind.MEASURE
                        : FindKind.PROBLEM;
        String anchor =
                readings.find(officer.county(), id).stream()
                        .flatMap(kept -> deciding.review(kept, officer).of(kind).stream())
                        .filter(find -> place.filter(p -> p == find.find().from()).isPresent())
                        .findFirst()
                        .map(find -> "#" + CardDrawing.anchor(find))
                        .orElse("");
        return "redirect:/readings/" + id + anchor;
    }

    private Optional<UUID> document(Knowledge known, long number, Officer officer) {
        Optional<WorkRecord> record = known.records().find(number);
        Optional<UUID> own =
                record.stream()
                        .flatMap(
                                each ->
                                        Confirmed.digests(each).stream()
                                                .flatMap(file -> kept(each, file, officer)))
                        .findFirst();
        return own.isPresent()
                ? own
                : record.stream()
                        .flatMap(each -> known.records().followedBy(each.number()).stream())
                        .flatMap(each -> document(known, each.number(), officer).stream())
                        .findFirst();
    }

    private Stream<UUID> kept(WorkRecord document, String digest, Officer officer) {
        return document.field("机构").orElse(Value.Truth.FALSE)
                        instanceof Value.Reference(Value.Reference.Kind _, String body)
                ? readings.same(officer.county(), body, digest).stream()
                : Stream.empty();
    }
}
