package org.mingze.meeting.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingze.duty.Refusals;
import org.mingze.duty.Standing;
import org.mingze.duty.running.Effects;
import org.mingze.institution.expression.Value;
import org.mingze.web.Field.Option;
import org.mingze.web.Link;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 在案事项 — what the journal tells, on the day of a meeting, of a matter that a topic is about and
/// of the plan by which members were told.
///
/// @param dayWords a day as the pages of a meeting say it
public record Matters(Knowledge known, LocalDate day, Function<LocalDate, String> dayWords) {
    private static final String MEETING = "会议";
    private static final int OPTIONS_MAX = 60;
    private static final int FACTS_MAX = 8;
    private static final int DAYS_BACK = 400;
    private static final Set<Standing> FAULTY = Set.of(Standing.BREACHED, Standing.UNPROVEN);

    /// 事项 that a topic may be about, the latest first.
    public List<Option> options(Set<String> bodies, String chosen) {
        return options(
                "事项",
                record -> record.field("机构").filter(b -> isOf(bodies, b)).isPresent(),
                new Option("", "不是在案事项", chosen.isEmpty()),
                record ->
                        text(record, "类") + "：" + RecordTitles.of(record) + latest(record.number()),
                chosen);
    }

    private List<Option> options(
            String type,
            Predicate<WorkRecord> offered,
            Option none,
            Function<WorkRecord, String> label,
            String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(none);
        known.records().ofType(type, day.minusDays(DAYS_BACK), day).stream()
                .filter(offered)
                .sorted(Records.ORDER.reversed())
                .limit(OPTIONS_MAX)
                .forEach(
                        record -> {
                            String number = String.valueOf(record.number());
                            options.add(
                                    new Option(number, label.apply(record), chosen.equals(number)));
                        });
        return options;
    }

    /// What was done last about a matter, so that one that is settled is not taken for a new one.
    private String latest(long matter) {
        return following(matter)
                .max(Records.ORDER)
                .map(record -> "，已有" + fact(record) + decided(record, matter))
                .orElse("");
    }

    /// What a meeting decided about a matter; empty for other records.
    private static String decided(WorkRecord meeting, long matter) {
        Value agenda = meeting.field("议程").orElse(new Value.Series(List.of()));
        for (Value topic :
                agenda instanceof Value.Series(List<Value> topics) ? topics : List.<Value>of()) {
            if (topic instanceof Value.Group(Map<String, Value> fields)
                    && new Value.Link(matter).equals(fields.get("事项"))
                    && fields.get("决定") instanceof Value.Text(String decision)) {
                return "，" + decision;
            }
        }
        return "";
    }

    private static boolean isOf(Set<String> bodies, Value body) {
        return body instanceof Value.Reference reference && bodies.contains(reference.code());
    }

    /// 会议计划 by which members were told.
    public List<Option> plans(String body, String chosen) {
        return options(
                "计划",
                record ->
                        text(record, "类").equals("会议计划")
                                && record.field("机构")
                                        .filter(Value.Reference.body(body)::equals)
                                        .isPresent(),
                new Option("", "没有记", chosen.isEmpty()),
                record -> "第" + record.number() + "号，" + dayWords.apply(record.day()),
                chosen);
    }

    /// What is on the journal about a matter: its reviews, notices, steps.
    public List<Link> facts(String matter) {
        return following(Long.parseLong(matter))
                .filter(record -> !record.type().name().equals(MEETING))
                .limit(FACTS_MAX)
                .map(record -> new Link(fact(record), path(record.number())))
                .toList();
    }

    /// What the rules in force find against a matter and what was recorded about it, as they judge
    /// it on the day, and what they cannot tell. What an earlier meeting did is that meeting's.
    public List<Refusals.Answer> faults(String matter) {
        long number = Long.parseLong(matter);
        List<Long> records = new ArrayList<>(List.of(number));
        following(number)
                .filter(record -> !record.type().name().equals(MEETING))
                .forEach(record -> records.add(record.number()));
        return records.stream()
                .flatMap(record -> Effects.raised(known, record, day).stream())
                .filter(verdict -> FAULTY.contains(verdict.standing()))
                .flatMap(
                        verdict ->
                                Refusals.consequence(verdict.obligation().duty().form()).stream()
                                        .map(would -> new Refusals.Answer(verdict, would)))
                .toList();
    }

    /// Where a record is shown.
    public static String path(long record) {
        return "/records/" + record;
    }

    /// The records that cite a matter themselves, up to the day.
    private Stream<WorkRecord> following(long matter) {
        return known.records().followersOf(matter).stream()
                .filter(record -> !record.day().isAfter(day))
                .filter(
                        record ->
                                known.records().citedBy(record).stream()
                                        .anyMatch(cited -> cited.number() == matter));
    }

    private String fact(WorkRecord record) {
        String what = text(record, "类") + text(record, "步");
        return (what.isEmpty() ? record.type().name() : what)
                + "第"
                + record.number()
                + "号"
                + (text(record, "结论").isEmpty() ? "" : "，" + text(record, "结论"));
    }

    /// A field that holds text; empty text for none.
    public static String text(WorkRecord record, String field) {
        return record.field(field).orElse(new Value.Text("")) instanceof Value.Text(String text)
                ? text
                : "";
    }
}
