package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.World;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Held;

/// 事实 — answers what an expression asks beyond its own names, from what is known in a situation.
public final class Facts implements World {
    private final Situation situation;

    private final ObligationCounts counts;

    public Facts(Situation situation) {
        this(situation, (_, _) -> List.of());
    }

    /// @param counts the obligations that a metric or a scheme may count
    public Facts(Situation situation, ObligationCounts counts) {
        this.situation = situation;
        this.counts = counts;
    }

    @Override
    public Value obligations(String tally, String dutyNumber) {
        return new Value.Series(counts.of(tally, dutyNumber));
    }

    @Override
    public Value field(Value.Link record, String field) {
        Optional<WorkRecord> found =
                situation
                        .trigger()
                        .filter(trigger -> trigger.number() == record.number())
                        .or(() -> seen(record.number()));
        if (found.isEmpty()) {
            return new Value.Unknown("第" + record.number() + "号不在账");
        }
        return found.get()
                .field(field)
                .or(() -> situation.derived(found.get(), field))
                .orElseGet(() -> new Value.Unknown(field + "未填"));
    }

    private Optional<WorkRecord> seen(long number) {
        return situation
                .known()
                .records()
                .find(number)
                .filter(found -> !found.day().isAfter(situation.asOf().day()));
    }

    @Override
    public Value member(Value.Reference of, String name) {
        return switch (of.kind()) {
            case BODY -> bodyMember(of.code(), name);
            case POST -> postMember(of.code(), name);
            case PERSON ->
                    organization()
                            .person(of.code())
                            .map(person -> (Value) new Value.Text(person.name()))
                            .orElseGet(() -> new Value.Unknown(name + "不详"));
        };
    }

    private Value bodyMember(String code, String name) {
        Optional<Body> body = organization().body(code, day());
        Optional<Value> value =
                switch (name) {
                    case "类" -> body.map(known -> new Value.Text(known.kind()));
                    case "级" -> body.flatMap(Body::level).map(Value.Text::new);
                    case "地" -> body.flatMap(Body::place).map(Value.Text::new);
                    case "名" -> body.map(known -> new Value.Text(known.name()));
                    case "负责人" -> head(code);
                    default -> Optional.empty();
                };
        return value.orElseGet(() -> new Value.Unknown(name + "不详"));
    }

    private Value postMember(String code, String name) {
        Optional<Post> post = organization().post(code, day());
        Optional<Value> value =
                switch (name) {
                    case "机构" -> post.map(known -> Value.Reference.body(known.body()));
                    case "职" -> post.map(known -> new Value.Text(known.title()));
                    case "名" -> post.map(known -> new Value.Text(known.name()));
                    case "级" ->
                            post.flatMap(known -> organization().body(known.body(), day()))
                                    .flatMap(Body::level)
                                    .map(Value.Text::new);
                    default -> Optional.empty();
                };
        return value.orElseGet(() -> new Value.Unknown(name + "不详"));
    }

    /// 负责人: the post at the head, whoever holds it.
    private Optional<Value> head(String body) {
        return organization().headPost(body, day()).map(post -> Value.Reference.post(post.code()));
    }

    @Override
    public Value followers(Value.Link record, String type) {
        return links(
                situation.known().records().followersOf(record.number()).stream()
                        .filter(found -> found.type().name().equals(type))
                        .filter(found -> !found.day().isAfter(situation.asOf().day()))
                        .toList());
    }

    @Override
    public Value slice(String function, String type) {
        Optional<Period> period = situation.period();
        if (function.equals("往")) {
            return links(situation.known().records().ofType(type, LocalDate.MIN, until(day())));
        }
        if (period.isEmpty() || situation.bearer().isEmpty()) {
            return new Value.Unknown(function + "无期可依");
        }
        return switch (function) {
            case "期内" -> complete(type, period.get(), owned(type, period.get()));
            case "上期内" -> {
                Period before = Periods.previous(period.get());
                yield complete(type, before, owned(type, before));
            }
            case "案卷" -> complete(type, period.get(), open(type, period.get()));
            default -> new Value.Unknown(function + "未知");
        };
    }

    @Override
    public Value slice(String function, String type, String field, Value held) {
        return function.equals("往")
                ? links(
                        situation
                                .known()
                                .records()
                                .holding(
                                        Held.whole(type, field),
                                        List.of(held),
                                        LocalDate.MIN,
                                        until(day())))
                : slice(function, type);
    }

    /// Records of days before 建账 are unknown, never none.
    private Value complete(String type, Period period, Optional<List<WorkRecord>> records) {
        if (!situation.known().isComplete(type, situation.body(), period.start())) {
            return new Value.Unknown("建账前的" + type + "不详");
        }
        return records.map(Facts::links).orElseGet(() -> new Value.Unknown(type + "归属待定"));
    }

    /// Dossiers open at some time in the period: there by its end, not closed before it began.
    private Optional<List<WorkRecord>> open(String type, Period period) {
        AsOf before = new AsOf(situation.known(), period.start().minusDays(1));
        return owned(type, new Period(period.unit(), LocalDate.MIN, period.end()))
                .map(
                        roots ->
                                roots.stream()
                                        .filter(root -> !Stages.isClosed(before, root.number()))
                                        .toList());
    }

    /// The bearer's; empty while it cannot be told of some record whose it is.
    private Optional<List<WorkRecord>> owned(String type, Period period) {
        return Candidates.ownedBy(situation, type, period.start(), until(period.end()));
    }

    private LocalDate until(LocalDate day) {
        return day.isAfter(situation.asOf().day()) ? situation.asOf().day() : day;
    }

    @Override
    public Value stage(Value.Link record) {
        return Stages.of(situation.asOf(), record.number())
                .map(stage -> (Value) new Value.Text(stage))
                .orElseGet(() -> new Value.Unknown("阶段不详"));
    }

    @Override
    public Value organization(String function, List<Value> arguments) {
        Value first = arguments.isEmpty() ? new Value.Unknown(function + "缺参") : arguments.get(0);
        if (first.isUnknown()) {
            return first;
        }
        if (function.equals("负责人") && first instanceof Value.Series(List<Value> items)) {
            List<Value> heads = new ArrayList<>();
            items.stream().map(item -> organization(function, List.of(item))).forEach(heads::add);
            return new Value.Series(heads.stream().filter(head -> !head.isUnknown()).toList());
        }
        if (!(first instanceof Value.Reference of)) {
            return new Value.Unknown(function + "不详");
        }
        return switch (function) {
            case "上级" -> one(organization().superior(of.code(), day()), body -> body.code());
            case "下级" -> bodies(organization().subordinates(of.code(), day()));
            case "班子" -> posts(organization().leadingTeam(of.code(), day()));
            case "党员" ->
                    new Value.Series(
                            organization().members(of.code(), day()).stream()
                                    .map(code -> (Value) Value.Reference.person(code))
                                    .toList());
            case "负责人" -> head(of.code()).orElseGet(() -> new Value.Unknown("负责人不详"));
            case "分管" ->
                    new Value.Series(
                            organization().post(of.code(), day()).stream()
                                    .flatMap(post -> post.inChargeOf().stream())
                                    .map(code -> (Value) Value.Reference.body(code))
                                    .toList());
            case "任者" ->
                    organization()
                            .holder(of.code(), day())
                            .map(code -> (Value) Value.Reference.person(code))
                            .orElseGet(() -> new Value.Unknown("任者不详"));
            case "岗于" -> posts(organization().postsOf(of.code(), day()));
            case "高于" -> Seniority.isAbove(situation, of, arguments);
            default -> new Value.Unknown(function + "不详");
        };
    }

    private static Value one(Optional<Body> body, Function<Body, String> code) {
        return body.map(known -> (Value) Value.Reference.body(code.apply(known)))
                .orElseGet(() -> new Value.Unknown("上级不详"));
    }

    private static Value bodies(List<Body> bodies) {
        return new Value.Series(
                bodies.stream().map(body -> (Value) Value.Reference.body(body.code())).toList());
    }

    private static Value posts(List<Post> posts) {
        return new Value.Series(
                posts.stream().map(post -> (Value) Value.Reference.post(post.code())).toList());
    }

    private static Value links(List<WorkRecord> records) {
        return new Value.Series(
                records.stream().map(found -> (Value) new Value.Link(found.number())).toList());
    }

    private Organization organization() {
        return situation.organization();
    }

    private LocalDate day() {
        return situation.at();
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return situation.known().calendar().isWorkingDay(day);
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return situation.known().calendar().workingDaysBetween(from, to);
    }

    @Override
    public Value leaveDays(Value post, Value period) {
        return post instanceof Value.Reference who && period instanceof Value.PeriodValue(Period of)
                ? LeaveDays.count(who, of, situation)
                : new Value.Unknown("公假日数不详");
    }

    @Override
    public LocalDate addSpan(LocalDate day, Span span) {
        return situation.known().calendar().plus(day, span);
    }
}
