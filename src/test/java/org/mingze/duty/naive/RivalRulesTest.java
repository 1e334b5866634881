package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Conflicts;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;

@DisplayName("两部制度冲突，说明是哪两部")
class RivalRulesTest {
    private final Trial county = new Trial("try.counting");

    private Verdict study() {
        return county.verdict("2026-02-20", "学.月", "支1", "", "2026-01");
    }

    private void enactOpposed(String head) {
        county.enact(
                Trial.SETUP,
                "try.amounts",
                TrialInstitutions.text(
                                "try.amounts",
                                "2026-01-01",
                                new TrialInstitutions.Variant(false, "", head, _ -> true))
                        .replace("制度: 试行", "制度: 另行"));
    }

    @Test
    @DisplayName("同一制度有两份同日施行，两份的号都写出，后知的一份不算")
    void namesTwoVersionsOfOneDay() {
        Knowledge known = county.known();
        Obligation owed = study().obligation();
        Enactment one = owed.enactment();
        Enactment other =
                new Enactment(one.institution(), 99, LocalDate.of(2026, 2, 2), Optional.empty());
        Rules both = new Rules(known.rules().vocabulary(), List.of(one, other), List.of());
        AsOf asOf = new AsOf(known.under(both), LocalDate.of(2026, 2, 20));
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(Conflicts.of(owed, day, LocalDate.of(2026, 2, 2), asOf))
                .contains("第" + one.entryNumber() + "号与第99号施行的《试行》同日生效，先废止其一");
        assertThat(Conflicts.of(owed, day, LocalDate.of(2026, 2, 1), asOf)).isEmpty();
    }

    @Test
    @DisplayName("互相抵触的两部，两部的名都写出")
    void namesTwoInstitutionsThatExcludeEachOther() {
        enactOpposed("抵触: [try.counting]\n");

        assertThat(study().standing()).isEqualTo(Standing.CONFLICTED);
        assertThat(study().note()).isEqualTo("《试行》与《另行》抵触，同一机构不能都适用");
    }

    @Test
    @DisplayName("到期以后才知道抵触的，已到期的不冲突：期满的、来件限满的、班过了的都一样")
    void isNotInConflictWithWhatWasKnownAfterItWasDue() {
        Trial answering = new Trial("try.answering");
        long early = answering.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        long late = answering.on("2026-02-20").add("来件", "机构", "支1", "类", "平件");
        Trial rotas = new Trial("try.rotas");
        Trial loops = new Trial("try.loops");
        long dated = loops.on("2026-01-05").add("问题", "机构", "支1", "期限", "2026-01-20");
        long undated = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书");
        for (Trial each : List.of(answering, rotas, loops)) {
            String own = each.institution();
            each.enact(
                    LocalDate.of(2026, 2, 20),
                    "try.amounts",
                    TrialInstitutions.text(
                            "try.amounts",
                            "2026-01-01",
                            new TrialInstitutions.Variant(
                                    false, "", "抵触: [" + own + "]\n", _ -> true)));
        }

        assertThat(answering.standing("2026-03-10", "答.日", "支1", "件" + early))
                .contains(Standing.BREACHED);
        assertThat(answering.standing("2026-03-10", "答.日", "支1", "件" + late))
                .contains(Standing.CONFLICTED);
        assertThat(loops.standing("2026-03-10", "闭.止", "支1", "件" + dated))
                .contains(Standing.BREACHED);
        assertThat(loops.standing("2026-03-10", "闭.止", "支1", "件" + undated))
                .contains(Standing.CONFLICTED);
        assertThat(loops.standing("2026-03-10", "闭.齐", "支1", "件" + undated))
                .contains(Standing.BREACHED);
        assertThat(rotas.standing("2026-03-10", "班.周", "支1", "2026-01-07"))
                .contains(Standing.BREACHED);
        assertThat(rotas.standing("2026-03-10", "班.周", "支1", "2026-03-04"))
                .contains(Standing.CONFLICTED);
    }

    @Test
    @DisplayName("抵触的一部不适用于这一级的，不冲突")
    void isNotInConflictWithWhatDoesNotBindIt() {
        enactOpposed("适用: {级: [县]}\n抵触: [try.counting]\n");

        assertThat(study().standing()).isNotEqualTo(Standing.CONFLICTED);
    }
}
