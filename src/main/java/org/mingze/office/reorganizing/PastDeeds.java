package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.situation.Delegations;
import org.mingze.journal.Entry;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 办过的变动 — the entries on bodies, posts and who holds them, the newest first.
record PastDeeds(Knowledge known, LocalDate today) {
    private static final int SHOWN_MAX = 50;
    private static final String LEFT = "卸";

    /// Who is registered comes with the tables of people, and changes nothing by itself.
    static final String REGISTERED = "人员";

    SectionedPage.Table table() {
        List<SectionedPage.Line> lines =
                all().filter(entry -> !entry.kind().equals(REGISTERED))
                        .sorted(Comparator.comparingLong(Entry::number).reversed())
                        .limit(SHOWN_MAX)
                        .map(this::line)
                        .toList();
        return new SectionedPage.Table(
                "past",
                "办过的",
                "最近" + lines.size() + "笔",
                List.of("号", "哪天起", "变动", "依据"),
                lines,
                Optional.of(new Blank("还没有变动", "办了，列在这里。", Optional.empty())),
                Optional.empty());
    }

    private Stream<Entry> all() {
        return Stream.concat(
                        Trial.KINDS.stream(), Stream.of(Delegations.GIVEN, Delegations.TAKEN_BACK))
                .flatMap(kind -> known.acts(kind).stream());
    }

    private SectionedPage.Line line(Entry entry) {
        return SectionedPage.Line.of(
                List.of(
                        Prose.EMPTY.reference("第" + entry.number() + "号", address(entry.number())),
                        Prose.of(DayWords.day(entry.occurred().day(), today)),
                        Prose.of(sentence(entry)),
                        Prose.of(why(entry))));
    }

    static String address(long number) {
        return ReorganizingController.BASE + "/" + number;
    }

    Optional<SectionedPage> page(long number) {
        return all().filter(entry -> entry.number() == number).findFirst().map(this::page);
    }

    private SectionedPage page(Entry entry) {
        LocalDate day = entry.occurred().day();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("类", entry.kind()));
        facts.add(
                Fact.of(
                        entry.kind().equals(LEFT) ? Deed.LAST_DAY : Deed.FIRST_DAY,
                        DayWords.full(day)));
        facts.add(
                Fact.of(
                        entry.kind().equals(Delegations.TAKEN_BACK) ? "原因" : "依据",
                        why(entry).isEmpty() ? "没有写" : why(entry)));
        facts.add(
                Fact.of(
                        "由谁入账",
                        name(entry.recorder().post(), day)
                                + "，"
                                + DayWords.moment(entry.recordedAt(), today)));
        given(entry).ifPresent(act -> facts.add(linked("收回的委托", act)));
        Delegations.takenBack(known, entry).ifPresent(by -> facts.add(linked("已收回", by)));
        return SectionedPage.of(
                Place.ORGANIZATION,
                new Heading(
                        List.of(
                                new Link("机构", "/organization"),
                                new Link("变动", ReorganizingController.BASE)),
                        sentence(entry),
                        Prose.of("第" + entry.number() + "号。")
                                .reference("看那天的机构和任职", "/organization?day=" + day),
                        List.of()),
                List.of(new SectionedPage.Facts("deed", "这一笔", facts, List.of(), 0)));
    }

    private static Fact linked(String name, Entry other) {
        return new Fact(
                name, Prose.EMPTY.reference("第" + other.number() + "号", address(other.number())));
    }

    /// What an act takes back.
    private Optional<Entry> given(Entry entry) {
        return known.acts(Delegations.GIVEN).stream()
                .filter(act -> Long.toString(act.number()).equals(text(entry, "件")))
                .findFirst();
    }

    private static String why(Entry entry) {
        return text(entry, "据") + text(entry, "因");
    }

    /// Names stand in quotes, so that what was done can be told from whom it concerns.
    String sentence(Entry entry) {
        return switch (entry.kind()) {
            case "机构" -> "设立" + quoted(text(entry, "名"));
            case "机构变更" -> quoted(entry, "机构") + changed(entry, "属");
            case "撤销机构" ->
                    "撤销"
                            + quoted(entry, "机构")
                            + (text(entry, "并入").isEmpty() ? "" : "，并入" + quoted(entry, "并入"));
            case "岗位" -> quoted(entry, "于") + "设岗位" + quoted(text(entry, "名"));
            case "岗位变更" -> quoted(entry, "岗") + changed(entry, "于");
            case "撤销岗位" -> "撤销岗位" + quoted(entry, "岗");
            case "编入", "编出" -> named(entry, "人") + entry.kind() + quoted(entry, "机构");
            case "任" -> named(entry, "人") + "任" + quoted(entry, "岗");
            case "卸" -> named(entry, "人") + "卸任" + quoted(entry, "岗");
            case Delegations.TAKEN_BACK ->
                    given(entry).map(act -> "收回：" + delegated(act)).orElse(entry.kind());
            case Delegations.GIVEN -> delegated(entry) + until(entry);
            default -> "登记" + quoted(text(entry, "名"));
        };
    }

    private String delegated(Entry given) {
        return quoted(given, "至") + "代" + quoted(given, "岗") + "办";
    }

    /// The last day that was given; of what was taken back before, from when on.
    private String until(Entry given) {
        return Delegations.takenBack(known, given)
                .map(by -> "，" + DayWords.day(by.occurred().day(), today) + "收回")
                .orElseGet(
                        () ->
                                text(given, "止").isEmpty()
                                        ? ""
                                        : "，到"
                                                + DayWords.day(
                                                        LocalDate.parse(text(given, "止")), today));
    }

    private String changed(Entry entry, String above) {
        String name = text(entry, "名");
        String under = text(entry, above);
        return (name.isEmpty() ? "" : "更名为" + quoted(name))
                + (under.isEmpty() ? "" : "归" + quoted(entry, above))
                + (name.isEmpty() && under.isEmpty() ? "有变更" : "");
    }

    private String quoted(Entry entry, String field) {
        return quoted(named(entry, field));
    }

    private static String quoted(String name) {
        return "“" + name + "”";
    }

    private String named(Entry entry, String field) {
        return name(text(entry, field), entry.occurred().day());
    }

    /// As it was called before that day where it is so called: what changes may end or be renamed.
    private String name(String code, LocalDate day) {
        String before = Naming.of(known.organization(), code, day.minusDays(1));
        return before.equals(code) ? Naming.of(known.organization(), code, day) : before;
    }

    private static String text(Entry entry, String field) {
        return entry.content().text(field).orElse("");
    }
}
