package org.mingze.dossier.returning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.Dossiers;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.Saying;
import org.mingze.duty.AsOf;
import org.mingze.duty.TodayPage;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.springframework.stereotype.Component;

/// 别人批的延期 — limits of one's own matters that another body moved, or moved back, within a week.
@Component
class ExtendedByOthers implements TodayPage.Told {
    private static final String EXTENDED = "延";
    private static final int SHOWN_MAX = 10;

    /// 一动 — an extension, or the withdrawal of one, and the matter whose limit it moves.
    private record Moved(Entry extension, Entry entered, WorkRecord matter) {
        boolean isTakenBack() {
            return entered.number() != extension.number();
        }
    }

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        List<Moved> moved =
                Own.of(known, officer, today)
                        .map(own -> all(own).filter(each -> isTold(each, own)).toList())
                        .orElse(List.of());
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Part.of(
                                "extended",
                                "别的单位七天内动的期限",
                                moved.stream()
                                        .sorted(
                                                Comparator.comparingLong(
                                                        each -> -each.entered().number()))
                                        .limit(SHOWN_MAX)
                                        .map(each -> row(each, new AsOf(known, today)))
                                        .toList()));
    }

    private static Stream<Moved> all(Own own) {
        Knowledge known = own.known();
        Stream<Moved> standing =
                known.acts(EXTENDED).stream()
                        .filter(act -> isOfLate(act, own))
                        .flatMap(act -> moved(act, act, known));
        Stream<Moved> withdrawn =
                known.withdrawn(EXTENDED).stream()
                        .filter(each -> isOfLate(each.by(), own))
                        .flatMap(each -> moved(each.act(), each.by(), known));
        return Stream.concat(standing, withdrawn);
    }

    private static boolean isOfLate(Entry entered, Own own) {
        return !ChinaTime.day(entered.recordedAt()).isBefore(own.since());
    }

    /// 件 begins with the number of the record that raised what was extended.
    private static Stream<Moved> moved(Entry extension, Entry entered, Knowledge known) {
        return extension
                .content()
                .text("件")
                .map(written -> written.replaceAll("\\D.*", ""))
                .stream()
                .filter(number -> !number.isEmpty())
                .flatMap(number -> known.records().find(Long.parseLong(number)).stream())
                .map(matter -> new Moved(extension, entered, matter));
    }

    private static boolean isTold(Moved moved, Own own) {
        return own.isOfAnother(moved.entered().recorder()) && own.concerns(moved.matter());
    }

    private static Row row(Moved moved, AsOf asOf) {
        Saying saying = Saying.of(asOf.known(), asOf.day());
        WorkRecord matter = moved.matter();
        Optional<Dossier> dossier = dossier(matter, asOf);
        String address =
                dossier.map(each -> "/dossiers/" + each.number())
                        .orElse("/records/" + matter.number());
        String title =
                dossier.map(LedgerDrawing::title)
                        .orElseGet(() -> matter.type().name() + "：" + RecordTitles.of(matter));
        Entry entered = moved.entered();
        String said =
                saying.name(entered.recorder().post())
                        + saying.day(ChinaTime.day(entered.recordedAt()))
                        + (moved.isTakenBack()
                                ? "撤销延期，因：" + entered.content().text("因").orElse("")
                                : "记下延期，延长" + entered.content().text("限").orElse(""));
        return new Row(
                new Mark(Mark.Shape.OPEN, moved.isTakenBack() ? "撤销延期" : "延期"),
                new Link(title, address),
                Prose.of(said),
                Row.Due.NONE,
                Optional.of(Act.small("看这一件", address)));
    }

    /// The dossier of which a limit was moved; empty for what belongs to none.
    private static Optional<Dossier> dossier(WorkRecord matter, AsOf asOf) {
        return Stream.concat(
                        Stream.of(matter),
                        asOf.known().records().followedBy(matter.number()).stream())
                .flatMap(record -> new Dossiers(asOf).find(record.number()).stream())
                .findFirst();
    }
}
