package org.mingze.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.exchange.conversion.Converted;
import org.mingze.exchange.conversion.RowConversion;
import org.mingze.exchange.conversion.RowProblem;
import org.mingze.institution.RecordType;
import org.mingze.journal.Draft;
import org.mingze.organization.Body;
import org.mingze.sheet.SheetRow;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.form.RecordOwner;

/// Whose rows a post may hand in: those of its body and of the bodies below; the organization only
/// who appoints for the county.
///
/// @param keys  the rows before, which others follow
/// @param today the day of the pass
record RowRights(Knowledge known, Sight sight, RowKeys keys, LocalDate today) {
    /// Why not, if not.
    Optional<String> refused(RecordType type, Draft draft) {
        if (ImportTypes.isAct(type.name())) {
            return appoints() ? Optional.empty() : Optional.of("机构和岗位由县委、县政府或县委组织部录，把文件交给他们");
        }
        RecordOwner owner = RecordOwner.of(known, type, draft);
        for (String field : List.of(type.owner(), "机构", "责任单位")) {
            if (owner.body(field).isPresent()) {
                return owner.refused(field, sight).map(why -> "这一行归" + why);
            }
        }
        return Optional.empty();
    }

    /// Every fault of a row that cannot enter, at once: of its cells, of who hands it in, and of
    /// what the other cells make of it.
    ///
    /// @param told  the faults of its cells
    /// @param sound what the other cells say
    List<RowProblem> faults(
            SheetRow row,
            RowConversion conversion,
            List<RowProblem> told,
            Optional<Converted.Fresh> sound) {
        List<RowProblem> all = new ArrayList<>(told);
        Set<String> cells = told.stream().map(RowProblem::cell).collect(Collectors.toSet());
        for (Converted.Fresh fresh : sound.stream().toList()) {
            Draft draft = fresh.draft(keys::written);
            refused(conversion.type(), draft)
                    .map(sentence -> RowProblem.of(row, sentence))
                    .ifPresent(all::add);
            List<EntryCheck.Fault> lacking =
                    ImportTypes.isAct(draft.kind())
                            ? List.of()
                            : EntryCheck.faults(known, draft, today);
            conversion.problems(row, lacking).stream()
                    .filter(problem -> !cells.contains(problem.cell()))
                    .forEach(all::add);
        }
        return all;
    }

    private boolean appoints() {
        return known.organization()
                .post(sight.post(), today)
                .flatMap(post -> known.organization().body(post.body(), today))
                .filter(Body::appointsForCounty)
                .isPresent();
    }

    boolean sees(String body) {
        return body.isEmpty() || sight.sees(body);
    }
}
