package org.mingze.duty.entering;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.organization.Organization;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableForm;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.RecordTitles;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 记录列表的内容.
final class RecordListView {
    static final int PAGE = 50;
    static final List<String> HEADS = List.of("题名", "类", "业时", "单位", "号", "备注");

    /// 所问 — empty texts mean any; days as typed.
    ///
    /// @param body a code, or the word for all that the acting post sees
    /// @param late only those recorded after their day
    record Asked(
            String type,
            String body,
            String from,
            String to,
            String words,
            int page,
            boolean late) {
        WorkRecords.Filter filter(Sight sight) {
            return new WorkRecords.Filter(
                    Optional.of(type).filter(text -> !text.isEmpty()),
                    sight.asked(body),
                    day(from),
                    day(to),
                    Optional.of(words).filter(text -> !text.isEmpty()),
                    late);
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }

        String address(int number) {
            return "/records?type="
                    + DutyLinks.encoded(type)
                    + "&body="
                    + DutyLinks.encoded(body)
                    + "&from="
                    + DutyLinks.encoded(from)
                    + "&to="
                    + DutyLinks.encoded(to)
                    + "&find="
                    + DutyLinks.encoded(words)
                    + (late ? "&late=1" : "")
                    + "&page="
                    + number;
        }
    }

    private final Knowledge known;
    private final LocalDate today;

    RecordListView(Knowledge known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    RecordsPage found(Sight sight, Asked asked, List<WorkRecords.RecordRow> rows, long all) {
        return new RecordsPage(
                new Heading(
                        List.of(),
                        (asked.late() ? "迟录" : "记录") + all + "笔",
                        Prose.of("按业时从近到远。撤销的也在，划去。"),
                        files(asked)),
                new Listing(
                        List.of(),
                        Optional.of(filters(sight, asked)),
                        pager(asked, rows.size(), all)),
                rows.stream().map(row -> line(row, asked.late())).toList(),
                rows.isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    private static List<Act> files(Asked asked) {
        String query = asked.address(1).replaceFirst("^/records", "");
        List<Act> acts = new ArrayList<>();
        for (TableForm form : TableForm.values()) {
            acts.add(Act.small(form.word(), "/records/table." + form.ending() + query));
        }
        if (!asked.type().isEmpty()) {
            acts.add(Act.small("全部字段", "/records/fields.xlsx" + query));
        }
        acts.add(Act.small("从表格导入", "/imports"));
        return acts;
    }

    /// The lines as a file has them: days in full.
    List<List<Cell>> cells(List<WorkRecords.RecordRow> rows, boolean late) {
        return rows.stream().map(row -> cells(row, late)).toList();
    }

    private List<Cell> cells(WorkRecords.RecordRow row, boolean late) {
        RecordsPage.Line line = line(row, late);
        return List.of(
                Cell.of(line.title().text()),
                Cell.of(line.type()),
                Cell.of(row.occurredOn().toString()),
                Cell.of(line.body()),
                Cell.of(line.number().text()),
                Cell.of(line.tags().stream().map(Tag::text).collect(Collectors.joining("、"))));
    }

    RecordsPage given(List<Long> numbers, RecordSight sight) {
        List<RecordHistory> all =
                numbers.stream()
                        .map(number -> known.records().history(number))
                        .flatMap(Optional::stream)
                        .toList();
        List<RecordsPage.Line> lines =
                all.stream()
                        .filter(history -> sight.sees(history.current()))
                        .sorted(
                                Comparator.comparing(
                                        (RecordHistory history) -> history.current().occurred()))
                        .map(this::line)
                        .toList();
        return new RecordsPage(
                new Heading(
                        List.of(new Link("记录", "/records")),
                        "这个数由" + all.size() + "笔记录得出",
                        Prose.of("按业时先后。点号看每一笔的内容、来历和凭证。")
                                .words(
                                        lines.size() == all.size()
                                                ? ""
                                                : "另有" + (all.size() - lines.size()) + "笔不归你的岗位看。"),
                        List.of()),
                Listing.PLAIN,
                lines,
                lines.isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    private static Blank blank() {
        return new Blank("没有符合的记录", "换一类、换一段时间，或少写几个字。", Optional.of(Act.of("看全部记录", "/records")));
    }

    private RecordsPage.Line line(WorkRecords.RecordRow row, boolean late) {
        List<Tag> tags = new ArrayList<>();
        if (late) {
            known.records()
                    .history(row.number())
                    .map(
                            history ->
                                    new Tag(
                                            "迟录" + history.current().lateDays() + "日",
                                            Tag.Tone.WARN))
                    .ifPresent(tags::add);
        }
        tags.addAll(tags(row.corrections(), row.withdrawn()));
        return line(
                row.number(), row.recordType(), row.title(), row.body(), row.occurredOn(), tags);
    }

    private RecordsPage.Line line(RecordHistory history) {
        WorkRecord record = history.current();
        return line(
                record.number(),
                record.type().name(),
                RecordTitles.of(record),
                WorkRecords.body(record, known),
                record.day(),
                tags(history.corrections().size(), history.isWithdrawn()));
    }

    private RecordsPage.Line line(
            long number, String type, String title, String body, LocalDate day, List<Tag> tags) {
        String address = "/records/" + number;
        return new RecordsPage.Line(
                new Link("第" + number + "号", address),
                DayWords.day(day, today),
                type,
                new Link(title, address),
                about(number),
                body.isEmpty() ? "" : Naming.of(known.organization(), body, day),
                tags);
    }

    private String about(long number) {
        return known.records().followedBy(number).stream()
                .findFirst()
                .map(first -> first.type().name() + "：" + RecordTitles.of(first))
                .orElse("");
    }

    private static List<Tag> tags(int corrections, boolean withdrawn) {
        List<Tag> tags = new ArrayList<>();
        if (corrections > 0) {
            tags.add(new Tag("更正" + corrections + "次", Tag.Tone.ACCENT));
        }
        if (withdrawn) {
            tags.add(new Tag("已撤销", Tag.Tone.WARN));
        }
        return tags;
    }

    private Listing.Filters filters(Sight sight, Asked asked) {
        List<Field.Option> types = new ArrayList<>();
        types.add(new Field.Option("", "全部", asked.type().isEmpty()));
        known.rules()
                .vocabulary()
                .recordTypes()
                .keySet()
                .forEach(
                        name -> types.add(new Field.Option(name, name, name.equals(asked.type()))));
        return new Listing.Filters(
                "/records",
                "题名里的字",
                asked.words(),
                List.of(
                        new Listing.Menu("type", "类", types),
                        new Listing.Menu("body", "单位", bodies(sight, asked.body())),
                        new Listing.Menu("from", "自", since(asked.from())),
                        new Listing.Menu(
                                "late",
                                "录入",
                                List.of(
                                        new Field.Option("", "全部", !asked.late()),
                                        new Field.Option("1", "迟录的", asked.late())))));
    }

    private List<Field.Option> bodies(Sight sight, String chosen) {
        Organization organization = known.organization();
        List<Field.Option> bodies = new ArrayList<>();
        boolean all = chosen.isEmpty() || chosen.equals(Sight.SEEN);
        bodies.add(new Field.Option("", sight.everything() ? "全部" : "看得到的", all));
        sight.bodies(organization, today)
                .forEach(
                        body ->
                                bodies.add(
                                        new Field.Option(
                                                body.code(),
                                                body.name(),
                                                body.code().equals(chosen))));
        return bodies;
    }

    private List<Field.Option> since(String chosen) {
        List<Field.Option> days = new ArrayList<>();
        days.add(new Field.Option("", "全部", chosen.isEmpty()));
        for (PeriodUnit unit :
                List.of(
                        PeriodUnit.MONTH,
                        PeriodUnit.QUARTER,
                        PeriodUnit.HALF_YEAR,
                        PeriodUnit.YEAR)) {
            String start = Periods.containing(today, unit).start().toString();
            if (days.stream().noneMatch(day -> day.value().equals(start))) {
                days.add(new Field.Option(start, "本" + unit.word(), start.equals(chosen)));
            }
        }
        if (days.stream().map(Field.Option::value).collect(Collectors.toSet()).add(chosen)) {
            days.add(new Field.Option(chosen, chosen, true));
        }
        return days;
    }

    private static Optional<Listing.Pager> pager(Asked asked, int shown, long all) {
        if (shown == 0) {
            return Optional.empty();
        }
        long from = (asked.page() - 1L) * PAGE;
        return Optional.of(
                new Listing.Pager(
                        "第" + (from + 1) + "–" + (from + shown) + "笔，共" + all + "笔",
                        asked.page() > 1
                                ? Optional.of(asked.address(asked.page() - 1))
                                : Optional.empty(),
                        from + shown < all
                                ? Optional.of(asked.address(asked.page() + 1))
                                : Optional.empty()));
    }
}
