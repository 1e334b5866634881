package org.mingze.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.AsOf;
import org.mingze.duty.DossierPages;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.showing.DutyRows;
import org.mingze.duty.situation.Stages;
import org.mingze.web.Act;
import org.mingze.web.Prose;
import org.springframework.stereotype.Component;

/// 案卷的地址 — where an item of a ledger is shown with all that follows it.
@Component
public final class DossierLinks implements DossierPages {
    /// Where a dossier shows what a record of it leaves out.
    public static final String UNFINISHED = "unfinished";

    /// Where a dossier shows who asked to have it looked at again, and what was said.
    public static final String AGAIN = DutyLinks.AGAIN;

    /// The record types whose records are items of a ledger.
    public static Set<String> recordTypes() {
        return Arrays.stream(LedgerKind.values())
                .map(LedgerKind::recordType)
                .collect(Collectors.toSet());
    }

    /// Empty for a record that roots no dossier: of an item of a ledger no institution need make
    /// one.
    public static Optional<String> page(AsOf asOf, long number) {
        return asOf.known()
                .records()
                .find(number)
                .filter(root -> LedgerKind.of(root.type().name()).isPresent())
                .filter(_ -> Stages.kind(asOf, number).isPresent())
                .map(_ -> "/dossiers/" + number);
    }

    /// What is owed and was done but for a field left empty, each with where to fill it in.
    static Prose completing(AsOf asOf, List<Verdict> owed) {
        DutyRows rows = new DutyRows(asOf.known(), asOf.day());
        Prose said = Prose.EMPTY;
        for (Verdict each : owed) {
            Optional<Act> act =
                    rows.row(each).act().filter(to -> to.href().endsWith("/correction"));
            if (act.isPresent()) {
                said =
                        said.words(each.obligation().duty().name() + "：")
                                .reference(act.get().text(), act.get().href())
                                .words("，补上空着的。");
            }
        }
        return said;
    }

    @Override
    public Optional<String> of(AsOf asOf, long number) {
        return page(asOf, number);
    }
}
