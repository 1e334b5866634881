package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.rota.RotaWork;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.work.WorkRecords;

/// 画负担 — what each duty asks to be written: how many records counted for it, and how many fields
/// a record of its kind must fill; and for how many duties a record counted on average.
final class BurdenDrawing {
    private static final int DUTIES_MAX = 10;

    private final Board board;
    private final Period period;

    BurdenDrawing(Board board, Period period) {
        this.board = board;
        this.period = period;
    }

    private record Asking(TableDrawing.Named named, Monthly.Sum sum) {}

    OverviewPage.Table table() {
        Map<Board.Slot, Monthly.Sum> sums = board.byDuty(period, "");
        List<Asking> asking = new ArrayList<>();
        long counted = 0;
        for (TableDrawing.Named named : TableDrawing.named(board.known(), board.counted().day())) {
            Monthly.Sum sum = sums.get(Board.Slot.all(named.number()));
            if (sum != null && sum.records() > 0 && !types(named.duty().form()).isEmpty()) {
                asking.add(new Asking(named, sum));
                counted += sum.records();
            }
        }
        asking.sort(Comparator.comparingLong((Asking each) -> each.sum().records()).reversed());
        int shown = Math.min(DUTIES_MAX, asking.size());
        long entered =
                new TableDrawing(board, period)
                        .lags().stream().mapToLong(WorkRecords.Lag::all).sum();
        return new OverviewPage.Table(
                "burden",
                "填报负担",
                entered == 0 || counted == 0 ? "" : served(entered, counted),
                "一笔记录可以算给几项职责；必填栏是记这一类至少要写的",
                List.of("职责", "到期", "算了几笔", "每笔必填"),
                asking.stream().limit(shown).map(this::row).toList(),
                rest(asking.subList(shown, asking.size())),
                asking.isEmpty()
                        ? Optional.of(new Blank("这一期没有要填的职责", "没有一项职责数过记录。", Optional.empty()))
                        : Optional.empty());
    }

    private OverviewPage.Rest rest(List<Asking> folded) {
        long records = folded.stream().mapToLong(each -> each.sum().records()).sum();
        return new OverviewPage.Rest(
                "另有" + folded.size() + "项职责，算了" + TableDrawing.words(records) + "笔",
                folded.stream().map(this::row).toList());
    }

    private static String served(long entered, long counted) {
        return "一笔平均算给%s项职责"
                .formatted(String.format(Locale.ROOT, "%.1f", (double) counted / entered));
    }

    private List<Link> row(Asking asking) {
        String list = Addresses.due(period, "", "", "", asking.named().number(), "");
        return List.of(
                new Link(asking.named().duty().name(), list),
                new Link(TableDrawing.words(asking.sum().all()), list),
                new Link(TableDrawing.words(asking.sum().records()), list),
                new Link(fields(asking.named().duty().form()), ""));
    }

    /// How many fields the kinds of record that answer it must at least fill.
    private String fields(DutyForm form) {
        long fewest =
                types(form).stream()
                        .flatMap(
                                type ->
                                        board
                                                .known()
                                                .rules()
                                                .vocabulary()
                                                .recordType(type)
                                                .stream())
                        .map(RecordType::requiredFields)
                        .mapToLong(List::size)
                        .min()
                        .orElse(0);
        return fewest + "栏";
    }

    /// The kinds of record by which somebody fulfils it; none where it only looks at what is there.
    private static List<String> types(DutyForm form) {
        List<Selector> acts =
                switch (form) {
                    case DutyForm.Frequency frequency -> frequency.acts();
                    case DutyForm.Coverage coverage -> coverage.acts();
                    case DutyForm.Rota rota ->
                            rota.work() instanceof RotaWork.Acts(List<Selector> work, var _)
                                    ? work
                                    : List.of();
                    case DutyForm.Response response -> List.of(response.answer());
                    case DutyForm.BreachResponse response -> List.of(response.answer());
                    case DutyForm.ClosedLoop loop -> loop.closing().stream().toList();
                    case DutyForm.Proportion _,
                            DutyForm.Invariant _,
                            DutyForm.Prohibition _,
                            DutyForm.Precedence _,
                            DutyForm.Steps _,
                            DutyForm.Escalation _ ->
                            List.of();
                };
        return acts.stream().map(Selector::recordType).distinct().toList();
    }
}
