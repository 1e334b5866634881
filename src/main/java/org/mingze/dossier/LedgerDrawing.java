package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.dossier.views.SavedViews;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Value;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableForm;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Icon;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.web.Tag;
import org.mingze.work.RecordTitles;

/// 画台账 — dossiers as lines, the most urgent first, as far as a filter lets them through.
///
/// @param stages every stage that the kind knows, in the order in which work goes through them
/// @param views  the account's own
/// @param whole  every line on one page, to print
public record LedgerDrawing(
        LedgerKind kind,
        Saying saying,
        List<String> stages,
        String foot,
        List<SavedViews.SavedView> views,
        boolean whole) {
    private static final int PAGE = 50;
    private static final int WHOLE = 2_000;

    /// Those that are seen, the most urgent first, as far as the filter lets them through.
    LedgerPage page(List<Dossier> seen, Sifting.Makeup makeup, LedgerFilter filter) {
        Sifting sifting = Sifting.of(kind, saying, stages, seen, makeup, filter);
        List<Dossier> found = sifting.found();
        int size = whole ? WHOLE : PAGE;
        int pages = Math.max(1, (found.size() + size - 1) / size);
        int page = Math.min(filter.page(), pages);
        List<Dossier> shown = found.stream().skip((page - 1L) * size).limit(size).toList();
        return new LedgerPage(
                heading(sifting),
                kind.place(),
                kind.noun(),
                new Listing(
                        whole ? List.of() : all(sifting),
                        whole ? Optional.empty() : Optional.of(sifting.menus()),
                        Optional.of(pager(found.size(), page, size, filter))),
                columns(),
                shown.stream().map(this::line).toList(),
                sifting.sorted(),
                found.isEmpty() ? Optional.of(blank(seen, filter)) : Optional.empty(),
                foot,
                whole ? Optional.empty() : Optional.of(keeping(filter)),
                whole || found.isEmpty() ? Optional.empty() : Optional.of(batch()));
    }

    /// The stages, then the account's own views.
    private List<Listing.View> all(Sifting sifting) {
        List<Listing.View> all = new ArrayList<>(sifting.views());
        String chosen = chosen(sifting.filter());
        for (SavedViews.SavedView view : views) {
            all.add(
                    new Listing.View(
                            view.name(),
                            kind.path() + view.query(),
                            "",
                            false,
                            view.name().equals(chosen)));
        }
        return all;
    }

    private LedgerPage.Keeping keeping(LedgerFilter filter) {
        return new LedgerPage.Keeping(kind.path() + "/views", filter.asked(), chosen(filter));
    }

    private String chosen(LedgerFilter filter) {
        return views.stream()
                .filter(view -> view.query().equals(filter.onPage(1).query()))
                .map(SavedViews.SavedView::name)
                .findFirst()
                .orElse("");
    }

    private LedgerPage.Batch batch() {
        List<Field.Option> acts = new ArrayList<>();
        acts.add(new Field.Option("remind", "一起提醒", false));
        if (kind == LedgerKind.RECTIFICATION) {
            acts.add(new Field.Option("assign", "一起交办", false));
            acts.add(new Field.Option("deadline", "一起补填期限", false));
        }
        String apart =
                switch (kind) {
                    case RECTIFICATION -> "验收、销号和延期要逐件办，不能一起办。";
                    case PETITION -> "受理、答复和延期要逐件办，不能一起办。";
                    case ASSIGNMENT -> "签收、反馈和办结要逐件办，不能一起办。";
                };
        return new LedgerPage.Batch(kind.path() + "/batch", acts, apart);
    }

    /// 册 — the lines of the ledger as a file has them.
    record Register(List<String> heads, List<List<Cell>> rows) {}

    Register register(List<Dossier> seen, LedgerFilter filter) {
        List<String> heads = new ArrayList<>(List.of("号", kind.noun()));
        columns().forEach(column -> heads.add(column.word()));
        heads.addAll(List.of("剩余", "阶段", "备注"));
        List<List<Cell>> rows =
                Sifting.of(kind, saying, stages, seen, Sifting.Makeup.of(kind, seen), filter)
                        .found()
                        .stream()
                        .map(this::cells)
                        .toList();
        return new Register(heads, rows);
    }

    private List<Cell> cells(Dossier dossier) {
        LedgerPage.Line line = line(dossier);
        List<LedgerPage.Column> columns = columns();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of("第" + line.number() + "号"));
        cells.add(Cell.of(line.title().text()));
        for (int column = 0; column < columns.size(); column++) {
            cells.add(
                    switch (columns.get(column).word()) {
                        case "期限" -> dossier.due().map(Cell::of).orElse(Cell.blank());
                        case "收到" -> Cell.of(received(dossier));
                        default -> Cell.of(line.cells().get(column));
                    });
        }
        cells.add(Cell.of(line.due().left()));
        cells.add(Cell.of(line.stage().word()));
        List<String> remarks = new ArrayList<>(line.tags().stream().map(Tag::text).toList());
        dossier.fillDay().ifPresent(day -> remarks.add("原因措施" + day + "前补齐"));
        cells.add(Cell.of(String.join("、", remarks)));
        return cells;
    }

    private List<Act> files(LedgerFilter filter) {
        List<Act> acts = new ArrayList<>();
        acts.add(Act.of("登记" + kind.noun(), kind.entry()).with(Icon.PLUS));
        if (whole) {
            return List.of(Act.of("回台账", kind.path() + filter.onPage(1).query()));
        }
        String asked = filter.onPage(1).query();
        acts.add(
                Act.small("打印", kind.path() + asked + (asked.isEmpty() ? "?" : "&") + "print=1")
                        .with(Icon.PRINT));
        for (TableForm form : TableForm.values()) {
            String address = kind.path() + "/table." + form.ending();
            acts.add(Act.small(form.word(), address + filter.onPage(1).query()));
        }
        return acts;
    }

    /// Overdue first and the longest overdue foremost, then by what is left, then what has no
    /// deadline, then what is settled, the latest first. What is looked at again is open.
    public static Comparator<Dossier> urgency() {
        return Comparator.comparing(Dossier::isOpen, Comparator.reverseOrder())
                .thenComparing(dossier -> dossier.due().orElse(LocalDate.MAX))
                .thenComparing(dossier -> dossier.root().day(), Comparator.reverseOrder())
                .thenComparing(Dossier::number, Comparator.reverseOrder());
    }

    private Heading heading(Sifting sifting) {
        long over = sifting.makeup().over(saying);
        long open = sifting.makeup().open();
        if (whole) {
            return new Heading(
                    List.of(),
                    kind.title(),
                    Prose.of("全部列在一页，用浏览器打印（Ctrl+P），横排，每页都有表头。"),
                    files(sifting.filter()));
        }
        Prose lede =
                Prose.of("在办")
                        .reference(String.valueOf(open), kind.path() + "?due=" + LedgerFilter.OPEN)
                        .words("件，逾期")
                        .reference(String.valueOf(over), kind.path() + "?due=" + LedgerFilter.OVER)
                        .words("件。阶段由记录算出，没有人能改。");
        return new Heading(List.of(), kind.title(), lede, files(sifting.filter()));
    }

    private Listing.Pager pager(int total, int page, int size, LedgerFilter filter) {
        int pages = Math.max(1, (total + size - 1) / size);
        int first = total == 0 ? 0 : (page - 1) * size + 1;
        String words = "第" + first + "至" + Math.min(total, page * size) + "件，共" + total + "件";
        return new Listing.Pager(
                words, step(page - 1, pages, filter), step(page + 1, pages, filter));
    }

    private Optional<String> step(int page, int pages, LedgerFilter filter) {
        return page < 1 || page > pages
                ? Optional.empty()
                : Optional.of(kind.path() + filter.onPage(page).query());
    }

    private List<LedgerPage.Column> columns() {
        return switch (kind) {
            case RECTIFICATION ->
                    List.of(
                            new LedgerPage.Column("来源", false, true),
                            new LedgerPage.Column("责任单位", false, true),
                            new LedgerPage.Column("责任人", false, true),
                            new LedgerPage.Column("期限", true, false));
            case PETITION ->
                    List.of(
                            new LedgerPage.Column("收到", false, true),
                            new LedgerPage.Column("承办机构", false, true),
                            new LedgerPage.Column("人数", true, false),
                            new LedgerPage.Column("期限", true, false));
            case ASSIGNMENT ->
                    List.of(
                            new LedgerPage.Column("来源", false, true),
                            new LedgerPage.Column("交办单位", false, false),
                            new LedgerPage.Column("责任单位", false, true),
                            new LedgerPage.Column("责任人", false, true),
                            new LedgerPage.Column("期限", true, false));
        };
    }

    private LedgerPage.Line line(Dossier dossier) {
        Row.Due due = dossier.due().map(saying::left).orElse(Row.Due.NONE);
        String deadline =
                (due.below().isEmpty() ? "—" : due.below())
                        + dossier.fillDay()
                                .map(day -> "；原因措施" + saying.day(day) + "前补齐")
                                .orElse("");
        String body = dossier.body().map(saying::name).orElse("未定");
        List<String> cells =
                switch (kind) {
                    case RECTIFICATION ->
                            List.of(
                                    dossier.text("源").orElse("—"),
                                    body,
                                    dossier.reference("责任人").map(this::holder).orElse("未定"),
                                    deadline);
                    case PETITION ->
                            List.of(
                                    saying.day(received(dossier)),
                                    body,
                                    dossier.root().field("人数").map(saying::value).orElse("—"),
                                    deadline);
                    case ASSIGNMENT ->
                            List.of(
                                    dossier.text("类").orElse("—"),
                                    dossier.root().field("机构").map(saying::value).orElse("—"),
                                    body,
                                    dossier.reference("责任人").map(this::holder).orElse("未定"),
                                    deadline);
                };
        return new LedgerPage.Line(
                String.valueOf(dossier.number()),
                new Link(title(dossier), "/dossiers/" + dossier.number()),
                cells,
                due,
                mark(dossier),
                tags(dossier));
    }

    private static LocalDate received(Dossier dossier) {
        return dossier.day("收日").orElse(dossier.root().day());
    }

    private String holder(Value.Reference post) {
        return saying.organization()
                .holder(post.code(), saying.today())
                .map(saying::name)
                .orElseGet(() -> saying.name(post.code()));
    }

    /// A petition has no words of its own that anybody may read.
    public static String title(Dossier dossier) {
        return switch (dossier.kind()) {
            case RECTIFICATION, ASSIGNMENT -> RecordTitles.of(dossier.root());
            case PETITION -> "第" + dossier.number() + "号" + RecordTitles.of(dossier.root());
        };
    }

    public static Mark mark(Dossier dossier) {
        if (dossier.isSettled()) {
            return new Mark(Mark.Shape.DONE, dossier.stage());
        }
        if (dossier.stage().equals(Standing.UNPROVEN.word())) {
            return Mark.of(Mark.Shape.UNKNOWN);
        }
        boolean untouched = dossier.stage().startsWith("待") && dossier.members().isEmpty();
        return new Mark(untouched ? Mark.Shape.AHEAD : Mark.Shape.OPEN, dossier.stage());
    }

    private List<Tag> tags(Dossier dossier) {
        List<Tag> tags = new ArrayList<>();
        int relapses = dossier.ofType("复发").size();
        if (relapses > 0) {
            tags.add(new Tag("复发" + relapses + "次", Tag.Tone.BREACH));
        }
        if (dossier.laterOwed().filter(owed -> owed.standing() == Standing.BREACHED).isPresent()) {
            tags.add(new Tag("没有回头看", Tag.Tone.BREACH));
        }
        if (dossier.root().lateDays() > 0) {
            tags.add(new Tag("迟录" + dossier.root().lateDays() + "日", Tag.Tone.WARN));
        }
        return tags;
    }

    private Blank blank(List<Dossier> seen, LedgerFilter filter) {
        if (seen.isEmpty()) {
            return new Blank(
                    "这里还没有" + kind.noun(),
                    "登记以后，一件一行列在这里，逾期的在前。",
                    Optional.of(Act.of("登记" + kind.noun(), kind.entry())));
        }
        return new Blank(
                "没有符合条件的" + kind.noun(),
                filter.isAny() ? "" : "去掉一个条件再看；账上共" + seen.size() + "件。",
                Optional.of(Act.of("看全部" + kind.noun(), kind.path())));
    }
}
