package org.mingze.duty.naive;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.naive.NaiveFacts.Version;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.DutyForm.Cycle;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.rota.Schedule;
import org.mingze.journal.Entry;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 朴素判定 — every obligation of a county and how it stands, by trying everything.
public final class NaiveEvaluator {
    private final NaiveFacts facts;
    private final LocalDate today;
    private final Map<ObligationKey, Found> found = new LinkedHashMap<>();

    public NaiveEvaluator(List<Entry> journal, WorkCalendar calendar, LocalDate today) {
        this(new NaiveFacts(journal, calendar, today));
    }

    private NaiveEvaluator(NaiveFacts facts) {
        this.facts = facts;
        this.today = facts.today();
    }

    private record Found(Owed owed, Answer answer) {}

    /// Obligations whose period overlaps these days, or whose trigger lies in them.
    public Map<ObligationKey, Answer> answers(LocalDate from, LocalDate to) {
        for (Version version : facts.versions()) {
            for (Duty duty : version.institution().duties()) {
                raise(version, duty, from, to);
            }
        }
        Map<ObligationKey, Answer> answers = new LinkedHashMap<>();
        found.forEach((key, one) -> answers.put(key, one.answer()));
        return answers;
    }

    private void raise(Version version, Duty duty, LocalDate from, LocalDate to) {
        switch (duty.form()) {
            case DutyForm.Frequency form -> cycles(version, duty, form.every(), from, to);
            case DutyForm.Coverage form -> cycles(version, duty, form.every(), from, to);
            case DutyForm.Proportion form -> cycles(version, duty, form.every(), from, to);
            case DutyForm.Rota form -> rota(version, duty, form, from, to);
            case DutyForm.Escalation form -> ladder(version, duty, form, from, to);
            case DutyForm.BreachResponse form -> afterBreaches(version, duty, form, from, to);
            case DutyForm.Response form ->
                    triggers(version, duty, List.of(form.trigger()), from, to);
            case DutyForm.ClosedLoop form ->
                    triggers(version, duty, List.of(form.trigger()), from, to);
            case DutyForm.Invariant form -> triggers(version, duty, List.of(form.of()), from, to);
            case DutyForm.Prohibition form -> triggers(version, duty, List.of(form.of()), from, to);
            case DutyForm.Precedence form ->
                    triggers(version, duty, List.of(form.later()), from, to);
            case DutyForm.Steps form ->
                    triggers(
                            version,
                            duty,
                            form.steps().stream().map(DutyForm.Step::act).toList(),
                            from,
                            to);
        }
    }

    private Owed owed(Version version, Duty duty, LocalDate day) {
        return new Owed(
                facts,
                version,
                duty,
                Optional.empty(),
                Optional.empty(),
                day,
                LocalDate.MAX,
                "",
                Optional.empty(),
                Map.of());
    }

    /// Each member of the role that the institution binds.
    private List<Owed> borne(Owed plain) {
        List<Owed> borne = new ArrayList<>();
        if (plain.duty().bearer() instanceof Bearer.ByRole(var role)) {
            for (Reference member : facts.members(role, plain.ruleDay())) {
                Owed owed = plain.borneBy(Optional.of(member));
                if (facts.binds(plain.institution(), owed.body(), plain.ruleDay())) {
                    borne.add(owed);
                }
            }
        }
        return borne;
    }

    private void cycles(Version version, Duty duty, Cycle every, LocalDate from, LocalDate to) {
        if (every instanceof Cycle.FromTo(Selector start, Selector _)) {
            triggers(version, duty, List.of(start), from, to);
            return;
        }
        for (PeriodUnit unit : PeriodUnit.values()) {
            boolean other =
                    every instanceof Cycle.Each(PeriodUnit only)
                            ? unit != only
                            : unit == PeriodUnit.DAY;
            if (other) {
                continue;
            }
            for (Period whole = Periods.containing(from, unit);
                    !whole.start().isAfter(to);
                    whole = Periods.next(whole)) {
                for (Period part : facts.parts(version.institution().id(), whole)) {
                    LocalDate due = NaiveJudgement.due(duty.form(), part);
                    if (!facts.governs(version, part.start(), due)) {
                        continue;
                    }
                    Owed plain = owed(version, duty, part.start()).on(Periods.code(part), due);
                    for (Owed owed : borne(plain.with("期", new Value.PeriodValue(part)))) {
                        if (unit(every, owed) == unit) {
                            periodic(owed, part, Optional.of(part.end()), Truth.YES);
                        }
                    }
                }
            }
        }
    }

    private static PeriodUnit unit(Cycle every, Owed owed) {
        Value named =
                switch (every) {
                    case Cycle.Each(PeriodUnit unit) -> new Value.Text(unit.word());
                    case Cycle.Named(String name) -> owed.plain(new Slot.Named(name));
                    case Cycle.FromTo _ -> NaiveFacts.UNKNOWN;
                };
        for (PeriodUnit unit : PeriodUnit.values()) {
            if (named.equals(new Value.Text(unit.word()))) {
                return unit;
            }
        }
        return PeriodUnit.YEAR;
    }

    private void periodic(Owed owed, Period days, Optional<LocalDate> ended, Truth raised) {
        NaiveJudgement judgement = new NaiveJudgement(owed, days, ended);
        if (owed.duty().form() instanceof DutyForm.Coverage form) {
            for (Value member : judgement.members(form)) {
                String code = member instanceof Reference who ? who.code() : link(member);
                Owed towards = owed.towards(code).with("其", member);
                NaiveJudgement covering = new NaiveJudgement(towards, days, ended);
                put(towards, raised, () -> known(owed, covering.covered(form)));
            }
        } else {
            put(owed, raised, () -> known(owed, judgement.answer()));
        }
    }

    /// Nothing is decided while it is not known when an occasion ended, which the name "" says.
    private static Answer known(Owed owed, Answer answer) {
        Set<Standing> decided = Set.of(Standing.FULFILLED, Standing.LATE, Standing.BREACHED);
        return owed.names().containsKey("") && decided.contains(answer.standing())
                ? answer.as(Standing.UNPROVEN)
                : answer;
    }

    private static String link(Value value) {
        return value instanceof Value.Link(long number) ? Long.toString(number) : "";
    }

    private void rota(Version v, Duty duty, DutyForm.Rota form, LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!facts.governs(v, day, day)) {
                continue;
            }
            Period one = Periods.containing(day, PeriodUnit.DAY);
            Owed plain = owed(v, duty, day).on(day.toString(), day);
            plain = plain.with("期", new Value.PeriodValue(one));
            switch (form.schedule()) {
                case Schedule.Weekly weekly -> {
                    for (Owed owed : borne(plain)) {
                        if (isScheduled(owed, weekly, day)) {
                            periodic(owed, one, Optional.of(day), Truth.YES);
                        }
                    }
                }
                case Schedule.Published published -> {
                    for (WorkRecord plan : facts.visible()) {
                        if (plain.means(published.plan(), plan) == Truth.YES) {
                            Value rows = plan.field(published.rows()).orElse(NaiveFacts.UNKNOWN);
                            for (Value row : Owed.items(rows)) {
                                row(row, published, day, v, duty);
                            }
                        }
                    }
                }
            }
        }
    }

    private void row(Value row, Schedule.Published form, LocalDate day, Version v, Duty duty) {
        if (!(row instanceof Value.Group group)
                || !new Value.Day(day).equals(group.fields().get(form.day()))) {
            return;
        }
        Period one = Periods.containing(day, PeriodUnit.DAY);
        Owed plain = owed(v, duty, day).on(day.toString(), day).with("班", row);
        plain = plain.with("期", new Value.PeriodValue(one));
        Optional<Reference> who = plain.actor(duty.bearer(), day);
        if (who.filter(named -> facts.bodyOf(named, day).isPresent()).isPresent()) {
            String code = "";
            for (Value cell : group.fields().values()) {
                String word = cell instanceof Reference named ? named.code() : "不详";
                word = cell instanceof Value.Day(LocalDate written) ? written.toString() : word;
                code = code.isEmpty() ? word : code + "+" + word;
            }
            periodic(plain.borneBy(who).towards(code), one, Optional.of(day), Truth.YES);
        }
    }

    /// A scheduled day that falls on a holiday is let off, which shows, moved to the next working
    /// day, or kept.
    private boolean isScheduled(Owed owed, Schedule.Weekly weekly, LocalDate day) {
        WorkCalendar calendar = facts.calendar();
        boolean noticed = !calendar.occasion(day).isEmpty();
        boolean holiday = noticed && !calendar.isWorkingDay(day);
        if (weekly.madeUp() && noticed && !holiday && isInSeason(owed, weekly, day)) {
            return true;
        }
        boolean stays = weekly.onHoliday() != Schedule.OnHoliday.MOVES;
        if (isNamed(owed, weekly, day) && (!holiday || stays)) {
            return true;
        }
        boolean moves = weekly.onHoliday() == Schedule.OnHoliday.MOVES;
        LocalDate back = day.minusDays(1);
        while (moves && calendar.isWorkingDay(day) && !calendar.isWorkingDay(back)) {
            if (!calendar.occasion(back).isEmpty() && isNamed(owed, weekly, back)) {
                return true;
            }
            back = back.minusDays(1);
        }
        return false;
    }

    private boolean isNamed(Owed owed, Schedule.Weekly weekly, LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekly.days().contains(weekday) && isInSeason(owed, weekly, day);
    }

    private boolean isInSeason(Owed owed, Schedule.Weekly weekly, LocalDate day) {
        MonthDay from = owed.monthDay(weekly.from()).orElse(MonthDay.of(1, 1));
        MonthDay to = owed.monthDay(weekly.to()).orElse(MonthDay.of(12, 31));
        boolean after = !MonthDay.from(day).isBefore(from);
        boolean before = !MonthDay.from(day).isAfter(to);
        boolean holds =
                weekly.when()
                        .map(given -> owed.with("日", new Value.Day(day)).value(given, day))
                        .map(value -> Truth.of(value) != Truth.NO)
                        .orElse(true);
        return holds && (from.isAfter(to) ? after || before : after && before);
    }

    /// What records of these kinds raise, now or before some correction.
    private void triggers(
            Version version, Duty duty, List<Selector> kinds, LocalDate from, LocalDate to) {
        for (RecordHistory history : facts.histories()) {
            WorkRecord record = history.current();
            LocalDate day = record.day();
            Truth ever = Truth.NO;
            Truth now = Truth.NO;
            Owed plain = owed(version, duty, day).on("件" + record.number(), day);
            for (Selector kind : kinds) {
                List<WorkRecord> states = new ArrayList<>(List.of(history.original(), record));
                history.corrections()
                        .forEach(
                                made ->
                                        history.knownAt(made.entry().recordedAt())
                                                .ifPresent(states::add));
                for (WorkRecord state : states) {
                    ever = Truth.any(List.of(ever, plain.means(kind, state)));
                }
                now = Truth.any(List.of(now, plain.means(kind, record)));
            }
            boolean inRange = !day.isBefore(from) && !day.isAfter(to) && !day.isAfter(today);
            if (inRange && ever != Truth.NO) {
                raise(plain, history, facts.isWithdrawn(history) ? Truth.NO : now);
            }
        }
    }

    private void raise(Owed plain, RecordHistory history, Truth now) {
        if (plain.duty().form() instanceof DutyForm.Steps form) {
            for (WorkRecord root : roots(plain, form, history.current())) {
                Value link = new Value.Link(root.number());
                Truth step = now == Truth.MAYBE ? Truth.YES : now;
                raiseOn(plain.with("卷", link).towards("" + root.number()), history, step);
            }
        } else {
            raiseOn(plain, history, now);
        }
    }

    /// The roots of the dossiers that a record belongs to: those that it follows, or itself.
    private List<WorkRecord> roots(Owed plain, DutyForm.Steps form, WorkRecord record) {
        List<WorkRecord> roots = new ArrayList<>();
        for (WorkRecord root : facts.visible()) {
            boolean belongs =
                    root.number() == record.number()
                            || facts.follows(record.number(), root.number());
            if (belongs && plain.means(form.dossier().root(), root) == Truth.YES) {
                roots.add(root);
            }
        }
        return roots;
    }

    private void raiseOn(Owed plain, RecordHistory history, Truth now) {
        WorkRecord record = history.current();
        Duty duty = plain.duty();
        Value self =
                facts.isWithdrawn(history)
                        ? new Value.Group(record.fields())
                        : new Value.Link(record.number());
        Owed named = plain.with("起", self).with("于", self).with("后", self);
        Owed near =
                named.borneBy(
                        record.field(record.type().owner())
                                .flatMap(Spans::reference)
                                .map(who -> facts.carrying(who, plain.ruleDay())));
        Optional<Reference> bearer =
                near.actor(duty.bearer(), plain.ruleDay())
                        .map(who -> facts.carrying(who, plain.ruleDay()))
                        .filter(who -> facts.bodyOf(who, plain.ruleDay()).isPresent())
                        .or(
                                () ->
                                        duty.bearerIfUnknown()
                                                .flatMap(
                                                        role ->
                                                                facts.nearest(
                                                                        role,
                                                                        near.body(),
                                                                        plain.ruleDay())));
        Owed owed = named.borneBy(bearer);
        if (bearer.isPresent() && !facts.binds(owed.institution(), owed.body(), owed.ruleDay())) {
            return;
        }
        switch (duty.form()) {
            case DutyForm.ClosedLoop form ->
                    new NaiveLoop(owed, form, history)
                            .answers()
                            .forEach((round, answer) -> governed(round, now, answer));
            case DutyForm.Frequency form -> span(owed, form.every(), record, now);
            case DutyForm.Coverage form -> span(owed, form.every(), record, now);
            case DutyForm.Proportion form -> span(owed, form.every(), record, now);
            case DutyForm.Response form -> {
                NaiveResponse response = new NaiveResponse(owed, form, record);
                governed(owed.on(owed.occasion(), response.firstDue()), now, response::answer);
            }
            case DutyForm _ -> {
                Period one = Periods.containing(owed.ruleDay(), PeriodUnit.DAY);
                NaiveJudgement judgement = new NaiveJudgement(owed, one, Optional.empty());
                governed(owed, now, () -> judgement.ofRecord(record));
            }
        }
    }

    private void governed(Owed owed, Truth now, Supplier<Answer> answer) {
        if (facts.governs(owed.version(), owed.ruleDay(), owed.due())) {
            put(owed, now, answer);
        }
    }

    /// 每: 次 — from this record to the first that ends it; until then to today.
    private void span(Owed owed, Cycle every, WorkRecord start, Truth now) {
        Selector last = ((Cycle.FromTo) every).end();
        TreeSet<LocalDate> sure = new TreeSet<>();
        TreeSet<LocalDate> maybe = new TreeSet<>();
        for (WorkRecord record : facts.visible()) {
            Truth ends = owed.answers(last, record, start, false);
            if (ends != Truth.NO && !record.day().isBefore(start.day())) {
                (ends == Truth.YES ? sure : maybe).add(record.day());
            }
        }
        Optional<LocalDate> end = sure.stream().findFirst();
        boolean doubt = !maybe.isEmpty() && (end.isEmpty() || maybe.first().isBefore(end.get()));
        Period days = new Period(PeriodUnit.DAY, start.day(), end.orElse(today));
        Owed during = owed.on(owed.occasion(), end.orElse(LocalDate.MAX));
        if (facts.governs(owed.version(), owed.ruleDay(), during.due())) {
            during = during.with("期", new Value.PeriodValue(days));
            periodic(doubt ? during.with("", NaiveFacts.UNKNOWN) : during, days, end, now);
        }
    }

    private void put(Owed owed, Truth raised, Supplier<Answer> form) {
        Answer answer;
        if (raised == Truth.NO) {
            answer = Answer.of(Standing.REVOKED);
        } else if (owed.bearer().isEmpty()) {
            answer = settled(owed, Answer.of(Standing.UNPROVEN));
        } else if (facts.isInConflict(owed)) {
            answer = Answer.of(Standing.CONFLICTED);
        } else if (owed.isInactive()) {
            answer = Answer.of(Standing.INACTIVE);
        } else if (raised == Truth.MAYBE) {
            answer = settled(owed, Answer.of(Standing.UNPROVEN));
        } else {
            answer = settled(owed, unlessGone(owed, form.get()));
        }
        found.put(owed.key(), new Found(owed, answer));
    }

    /// A bearer gone before the due day has nothing left to do; what it did too often stands.
    private Answer unlessGone(Owed owed, Answer answer) {
        Optional<DutyForm.Bound> bound =
                switch (owed.duty().form()) {
                    case DutyForm.Frequency form -> Optional.of(form.bound());
                    case DutyForm.Coverage form -> Optional.of(form.bound());
                    case DutyForm.Proportion form -> Optional.of(form.bound());
                    case DutyForm.Rota _, DutyForm.Response _, DutyForm.BreachResponse _ ->
                            Optional.of(DutyForm.Bound.AT_LEAST);
                    case DutyForm.ClosedLoop _, DutyForm.Escalation _ ->
                            Optional.of(DutyForm.Bound.AT_LEAST);
                    case DutyForm _ -> Optional.empty();
                };
        boolean most = bound.equals(Optional.of(DutyForm.Bound.AT_MOST));
        boolean owing =
                switch (answer.standing()) {
                    case OPEN, UNPROVEN -> true;
                    case BREACHED, LATE -> !most;
                    case FULFILLED -> most;
                    case Standing _ -> false;
                };
        LocalDate asked = answer.due().filter(today::isAfter).orElse(today);
        Reference bearer = owed.bearer().orElseThrow();
        boolean passes =
                switch (owed.duty().form()) {
                    case DutyForm.Response form -> follows(form.answer());
                    case DutyForm.ClosedLoop form ->
                            form.closing().isEmpty() || follows(form.closing().get());
                    case DutyForm _ -> false;
                };
        Reference asks = passes ? facts.carrying(bearer, asked) : bearer;
        boolean gone = facts.bodyOf(asks, asked).isEmpty();
        return bound.isPresent() && owing && answer.due().isPresent() && gone
                ? answer.as(Standing.REVOKED)
                : answer;
    }

    private static boolean follows(Selector ending) {
        return ending.link().equals(new Selector.Link.Follows())
                && (ending.owner().equals(new Selector.Owner.TypeOwner())
                        || ending.owner().equals(new Selector.Owner.Anybody()));
    }

    private Answer settled(Owed owed, Answer answer) {
        Set<Standing> unsettled = Set.of(Standing.OPEN, Standing.BREACHED, Standing.UNPROVEN);
        if (!unsettled.contains(answer.standing())) {
            return answer;
        }
        Duty duty = owed.duty();
        Optional<Bearer> waives = duty.waivable().map(Duty.Waivable::authority);
        Optional<Bearer> authority = waives.or(duty::enforcer);
        for (Entry act : facts.acts("免")) {
            if (owed.isMeantBy(act, true) && owed.isByAnother(authority, act)) {
                return answer.as(Standing.WAIVED);
            }
        }
        LocalDate asked = answer.graceEnd().filter(today::isAfter).orElse(today);
        return NaiveResponse.rests(owed, asked) || isVacant(owed, asked)
                ? answer.as(Standing.STAYED)
                : answer;
    }

    private boolean isVacant(Owed owed, LocalDate day) {
        Optional<Span> longest = owed.span(owed.duty().vacancy());
        boolean post = owed.bearer().filter(b -> b.kind() == Reference.Kind.POST).isPresent();
        return post
                && longest.isPresent()
                && facts.organization()
                        .vacantSince(owed.code(), day)
                        .filter(since -> facts.calendar().plus(since, longest.get()).isBefore(day))
                        .isPresent();
    }

    /// 起: 违(号) — what each breach makes its bearer, or the nearest of the role, owe.
    private void afterBreaches(
            Version version,
            Duty duty,
            DutyForm.BreachResponse form,
            LocalDate from,
            LocalDate to) {
        NaiveEvaluator asked = new NaiveEvaluator(facts);
        version.institution()
                .duty(form.duty())
                .ifPresent(source -> asked.raise(version, source, from, to));
        for (Found one : asked.found.values()) {
            Standing standing = one.answer().standing();
            if (standing != Standing.BREACHED && standing != Standing.LATE) {
                continue;
            }
            LocalDate began = began(one);
            String code = new Occasion.OnBreach(one.owed().key(), 0).code();
            Optional<Reference> who =
                    one.owed()
                            .bearer()
                            .filter(
                                    own ->
                                            borne(owed(version, duty, began)).stream()
                                                    .anyMatch(
                                                            owed ->
                                                                    owed.bearer()
                                                                            .equals(
                                                                                    Optional.of(
                                                                                            own))))
                            .or(() -> one.owed().actor(duty.bearer(), began));
            Owed owed =
                    owed(version, duty, began)
                            .on(code, today)
                            .borneBy(who)
                            .towards(one.owed().code());
            put(
                    owed,
                    Truth.YES,
                    () ->
                            began.isAfter(today)
                                    ? Answer.of(Standing.AHEAD)
                                    : new NaiveBreach(owed, form, began).answer());
        }
    }

    private static LocalDate began(Found breach) {
        boolean atOnce =
                switch (breach.owed().duty().form()) {
                    case DutyForm.Invariant _, DutyForm.Prohibition _ -> true;
                    case DutyForm.Precedence _, DutyForm.Steps _ -> true;
                    case DutyForm _ -> false;
                };
        return decided(breach).plusDays(atOnce ? 0 : 1);
    }

    /// 升级 — who must act on which breach: the time since it, or its number, has reached a rung.
    private void ladder(
            Version version, Duty duty, DutyForm.Escalation form, LocalDate from, LocalDate to) {
        LocalDate begin = version.institution().from();
        LocalDate first = begin.isBefore(from) ? begin : from;
        NaiveEvaluator ever = new NaiveEvaluator(facts);
        NaiveEvaluator asked = new NaiveEvaluator(facts);
        version.institution()
                .duty(form.duty())
                .ifPresent(
                        source -> {
                            ever.raise(version, source, first, to);
                            asked.raise(version, source, from, to);
                        });
        for (int rung = 1; rung <= form.rungs().size(); rung++) {
            DutyForm.Rung step = form.rungs().get(rung - 1);
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Found one : inOrder(ever.found.values())) {
                Standing standing = one.answer().standing();
                boolean breached = standing == Standing.BREACHED || standing == Standing.LATE;
                String who = one.owed().code();
                who += form.within().map(unit -> Periods.containing(decided(one), unit)).toString();
                if (breached) {
                    counts.merge(who, 1, Integer::sum);
                } else if (form.resets() && standing == Standing.FULFILLED) {
                    counts.put(who, 0);
                }
                boolean reached =
                        !(step.reached() instanceof DutyForm.Reached.Times(Slot wanted))
                                || one.owed()
                                        .number(wanted)
                                        .equals(Rational.of(counts.getOrDefault(who, 0)));
                if (breached && reached && asked.found.containsKey(one.owed().key())) {
                    climb(version, duty, step, one, rung);
                }
            }
        }
    }

    private static List<Found> inOrder(java.util.Collection<Found> all) {
        return all.stream()
                .sorted(java.util.Comparator.comparing(NaiveEvaluator::decided))
                .toList();
    }

    private static LocalDate decided(Found one) {
        return one.answer().graceEnd().orElse(one.owed().facts().today());
    }

    private void climb(Version version, Duty duty, DutyForm.Rung step, Found breach, int rung) {
        LocalDate began = began(breach);
        Optional<Reference> authority = breach.owed().actor(step.authority(), today);
        LocalDate reached = began;
        if (step.reached() instanceof DutyForm.Reached.After(Slot duration)) {
            Span wait = owed(version, duty, began).borneBy(authority).span(duration);
            reached = facts.calendar().plus(began.minusDays(1), wait).plusDays(1);
        }
        climb(version, duty, step, breach, rung, authority, reached);
    }

    private void climb(
            Version version,
            Duty duty,
            DutyForm.Rung step,
            Found breach,
            int rung,
            Optional<Reference> authority,
            LocalDate reached) {
        Optional<LocalDate> lapsed = lapsed(breach);
        if (reached.isAfter(today) || lapsed.filter(day -> !day.isAfter(reached)).isPresent()) {
            return;
        }
        Occasion occasion = new Occasion.OnBreach(breach.owed().key(), rung);
        Owed owed = owed(version, duty, reached).on(occasion.code(), today).borneBy(authority);
        Optional<LocalDate> due =
                owed.span(step.limit())
                        .map(span -> facts.calendar().limit(reached, span, RestDayRule.STAYS));
        put(
                owed.towards(breach.owed().code()),
                Truth.YES,
                () -> rung(owed, step, breach, reached, lapsed, due));
    }

    private Answer rung(
            Owed owed,
            DutyForm.Rung step,
            Found breach,
            LocalDate reached,
            Optional<LocalDate> lapsed,
            Optional<LocalDate> due) {
        Set<Long> issued = new TreeSet<>();
        Optional<LocalDate> first = Optional.empty();
        boolean doubt = !facts.isComplete(step.act(), "类", owed.body(), reached);
        boolean doubtInTime = doubt;
        for (WorkRecord record : facts.visible()) {
            Truth kind = NaiveFacts.isWord(record, "类", step.act());
            Truth own = taken(owed, record);
            String trigger = breach.owed().occasion();
            boolean follows =
                    trigger.startsWith("件")
                            && facts.follows(
                                    record.number(),
                                    Long.parseLong(trigger.substring(1).split("-", 2)[0]));
            Truth toWhom = follows ? Truth.YES : breach.owed().isNamedIn(record);
            Truth counts = kind.and(own).and(toWhom).and(approved(record, step, breach));
            boolean elsewhere =
                    step.approvedBy().isEmpty()
                            && trigger.startsWith("件")
                            && !follows
                            && citesAny(record);
            if (elsewhere || record.day().isBefore(reached)) {
                continue;
            }
            if (counts == Truth.YES) {
                issued.add(record.number());
                first = first.or(() -> Optional.of(record.day()));
            } else if (counts == Truth.MAYBE) {
                doubt = true;
                doubtInTime |= due.filter(record.day()::isAfter).isEmpty();
            }
        }
        Standing standing = Standing.OPEN;
        if (first.isPresent()) {
            boolean late = due.isPresent() && first.get().isAfter(due.get());
            Standing afterwards = doubtInTime ? Standing.UNPROVEN : Standing.LATE;
            standing = late ? afterwards : Standing.FULFILLED;
        } else if (lapsed.isPresent()) {
            standing = Standing.REVOKED;
        } else if (due.filter(today::isAfter).isPresent()) {
            standing = doubt ? Standing.UNPROVEN : Standing.BREACHED;
        }
        return new Answer(standing, due, due, new TreeSet<>(issued));
    }

    private boolean citesAny(WorkRecord record) {
        return facts.visible().stream()
                .anyMatch(other -> facts.follows(record.number(), other.number()));
    }

    /// A body's act is a post's own only where that post recorded it.
    private static Truth taken(Owed owed, WorkRecord record) {
        Optional<Value> named = record.field(record.type().owner());
        Truth own = owed.owns(named, record, Optional.empty());
        boolean post = owed.bearer().filter(who -> who.kind() == Reference.Kind.POST).isPresent();
        boolean body =
                named.stream()
                        .flatMap(
                                value ->
                                        value instanceof Value.Series(List<Value> items)
                                                ? items.stream()
                                                : Stream.of(value))
                        .allMatch(
                                value ->
                                        value instanceof Reference who
                                                && who.kind() == Reference.Kind.BODY);
        Optional<Value> recorder = Optional.of(Reference.post(record.recorder().post()));
        return post && named.isPresent() && body
                ? own.and(owed.owns(recorder, record, Optional.empty()))
                : own;
    }

    /// 须批 — whether it follows what the approver recorded since the breach.
    private Truth approved(WorkRecord act, DutyForm.Rung step, Found breach) {
        if (step.approvedBy().isEmpty()) {
            return Truth.YES;
        }
        Optional<Reference> approver = breach.owed().actor(step.approvedBy().get(), today);
        Owed approving = breach.owed().borneBy(approver);
        List<Truth> approved = new ArrayList<>();
        for (WorkRecord record : facts.visible()) {
            boolean meant =
                    !record.day().isBefore(began(breach))
                            && !record.day().isAfter(act.day())
                            && facts.follows(act.number(), record.number());
            if (meant && approver.isPresent()) {
                Optional<Value> by = record.field(record.type().owner());
                approved.add(approving.owns(by, record, Optional.empty()));
            }
        }
        return Truth.any(approved);
    }

    /// The first day after the grace on which the breach no longer stood.
    private Optional<LocalDate> lapsed(Found breach) {
        if (breach.answer().standing() != Standing.LATE) {
            return Optional.empty();
        }
        Set<LocalDate> days = new LinkedHashSet<>();
        facts.visible().forEach(record -> days.add(record.day()));
        Owed owed = breach.owed();
        for (LocalDate day : new TreeSet<>(days)) {
            NaiveEvaluator then = new NaiveEvaluator(facts.on(day));
            then.raise(owed.version(), owed.duty(), owed.ruleDay(), owed.ruleDay());
            Found that = then.found.get(owed.key());
            boolean late = that != null && that.answer().standing() == Standing.LATE;
            if (day.isAfter(decided(breach)) && late) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
