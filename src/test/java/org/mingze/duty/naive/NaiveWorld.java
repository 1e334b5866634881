package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.World;
import org.mingze.organization.Organization;
import org.mingze.work.WorkRecord;

/// 外界 for one day: the organization of that day, and records by number.
record NaiveWorld(Owed owed, LocalDate day) implements World {
    private static final Value UNFILLED = NaiveFacts.UNKNOWN;

    private NaiveFacts facts() {
        return owed.facts();
    }

    private Organization organization() {
        return facts().organization();
    }

    @Override
    public Value field(Value.Link link, String field) {
        return facts().find(link.number()).flatMap(found -> found.field(field)).orElse(UNFILLED);
    }

    @Override
    public Value member(Reference of, String name) {
        return (switch (of.kind()) {
                    case BODY ->
                            organization()
                                    .body(of.code(), day)
                                    .flatMap(
                                            body ->
                                                    switch (name) {
                                                        case "类" -> text(Optional.of(body.kind()));
                                                        case "级" -> text(body.level());
                                                        case "地" -> text(body.place());
                                                        case "名" -> text(Optional.of(body.name()));
                                                        default -> head(of);
                                                    });
                    case POST ->
                            organization()
                                    .post(of.code(), day)
                                    .flatMap(
                                            post ->
                                                    switch (name) {
                                                        case "机构" ->
                                                                Optional.<Value>of(
                                                                        Reference.body(
                                                                                post.body()));
                                                        case "职" -> text(Optional.of(post.title()));
                                                        default -> text(Optional.of(post.name()));
                                                    });
                    case PERSON -> Optional.<Value>empty();
                })
                .orElse(UNFILLED);
    }

    private static Optional<Value> text(Optional<String> text) {
        return text.map(Value.Text::new);
    }

    private Optional<Value> head(Reference body) {
        return organization().headPost(body.code(), day).map(post -> Reference.post(post.code()));
    }

    @Override
    public Value organization(String function, List<Value> arguments) {
        if (!(arguments.getFirst() instanceof Reference of)) {
            return UNFILLED;
        }
        return switch (function) {
            case "上级" ->
                    organization()
                            .superior(of.code(), day)
                            .<Value>map(body -> Reference.body(body.code()))
                            .orElse(UNFILLED);
            case "下级" ->
                    new Value.Series(
                            organization().subordinates(of.code(), day).stream()
                                    .<Value>map(body -> Reference.body(body.code()))
                                    .toList());
            case "班子" ->
                    new Value.Series(
                            organization().leadingTeam(of.code(), day).stream()
                                    .<Value>map(post -> Reference.post(post.code()))
                                    .toList());
            case "党员" ->
                    new Value.Series(
                            organization().members(of.code(), day).stream()
                                    .<Value>map(Reference::person)
                                    .toList());
            case "负责人" -> head(of).orElse(UNFILLED);
            case "任者" ->
                    organization()
                            .holder(of.code(), day)
                            .<Value>map(Reference::person)
                            .orElse(UNFILLED);
            default -> throw new IllegalArgumentException("试验不用" + function);
        };
    }

    @Override
    public Value followers(Value.Link link, String type) {
        return new Value.Series(
                facts().visible().stream()
                        .filter(found -> found.type().name().equals(type))
                        .filter(found -> facts().follows(found.number(), link.number()))
                        .<Value>map(found -> new Value.Link(found.number()))
                        .toList());
    }

    /// The bearer's records of a type in a period; unknown while it cannot be told which they are.
    @Override
    public Value slice(String function, String type) {
        List<Value> found = new ArrayList<>();
        Period own = owed.names().get("期") instanceof Value.PeriodValue(Period p) ? p : null;
        if (own == null) {
            return UNFILLED;
        }
        Period period = function.equals("上期内") ? Periods.previous(own) : own;
        if (!facts().isComplete(type, owed.body(), period.start())) {
            return UNFILLED;
        }
        for (WorkRecord record : facts().visible()) {
            if (record.type().name().equals(type) && period.contains(record.day())) {
                Truth mine = owed.owns(record.field(record.type().owner()), record);
                if (mine == Truth.MAYBE) {
                    return UNFILLED;
                } else if (mine == Truth.YES) {
                    found.add(new Value.Link(record.number()));
                }
            }
        }
        return new Value.Series(found);
    }

    @Override
    public Value stage(Value.Link record) {
        throw new IllegalArgumentException("试验不用阶段");
    }

    @Override
    public boolean isWorkingDay(LocalDate asked) {
        return calendar().isWorkingDay(asked);
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return calendar().workingDaysBetween(from, to);
    }

    @Override
    public Value leaveDays(Value post, Value period) {
        Period within = ((Value.PeriodValue) period).value();
        if (!facts().isComplete("公假", owed.body(), within.start())) {
            return NaiveFacts.UNKNOWN;
        }
        long days = 0;
        for (LocalDate at = within.start(); !at.isAfter(within.end()); at = at.plusDays(1)) {
            boolean away = false;
            for (WorkRecord record : facts().visible()) {
                boolean own =
                        record.type().name().equals("公假")
                                && record.field("岗").equals(Optional.of(post));
                Optional<LocalDate> from = record.field("自").flatMap(Spans::day);
                Optional<LocalDate> to = record.field("止").flatMap(Spans::day);
                if (own && (from.isEmpty() || to.isEmpty())) {
                    return NaiveFacts.UNKNOWN;
                }
                away |= own && !at.isBefore(from.get()) && !at.isAfter(to.get());
            }
            days += away && calendar().isWorkingDay(at) ? 1 : 0;
        }
        return Value.Numeric.of(days);
    }

    @Override
    public LocalDate addSpan(LocalDate start, Span span) {
        return calendar().plus(start, span);
    }

    private WorkCalendar calendar() {
        return facts().calendar();
    }
}
