package org.mingze.duty.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Metrics;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Refusals;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.assessment.Assessment;
import org.mingze.duty.assessment.Score;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 则 — asks what a case expects and tells where the answer differs.
final class Expectations {
    private final Example example;
    private final List<Entry> journal;
    private final Map<Long, List<Refusals.Opinion>> opinions;
    private final WorkCalendar calendar;

    Expectations(
            Example example,
            List<Entry> journal,
            Map<Long, List<Refusals.Opinion>> opinions,
            WorkCalendar calendar) {
        this.example = example;
        this.journal = journal;
        this.opinions = opinions;
        this.calendar = calendar;
    }

    Optional<Outcome.Miss> check(Example.Line line) {
        Words words = new Words(example.file(), line);
        try {
            if (!words.skip("于")) {
                throw words.fault("则的行以“于 日期”开头");
            }
            LocalDate day = LocalDate.parse(words.take("日期"));
            LocalDate knownOn = words.after("知").map(LocalDate::parse).orElse(day);
            AsOf asOf = new AsOf(knownBy(knownOn), day);
            if (words.skip("阶段")) {
                return stage(line, words, asOf);
            }
            if (words.skip("得分")) {
                return points(line, words, asOf);
            }
            if (words.skip("评档")) {
                return grade(line, words, asOf);
            }
            return words.skip("指标") ? metric(line, words, asOf) : verdict(line, words, asOf);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw words.fault(String.valueOf(wrong.getMessage()));
        }
    }

    private Knowledge knownBy(LocalDate day) {
        return Knowledge.of(
                journal.stream()
                        .filter(entry -> !entry.recordedAt().isAfter(ChinaTime.endOf(day)))
                        .toList(),
                calendar);
    }

    private Optional<Outcome.Miss> stage(Example.Line line, Words words, AsOf asOf) {
        long number = Long.parseLong(Words.number(words.take("第n号")));
        words.skip("=");
        String expected = words.take("阶段名");
        String found = Stages.of(asOf, number).orElse("不是案卷");
        return compare(line, expected, found);
    }

    private Optional<Outcome.Miss> metric(Example.Line line, Words words, AsOf asOf) {
        String number = words.take("指标号");
        String bearer = words.take("主体");
        Period period = Periods.parse(words.take("期"));
        Optional<String> part = words.skip("=") ? Optional.empty() : Optional.of(words.take("分"));
        part.ifPresent(_ -> words.skip("="));
        String expected = words.take("数");
        Metrics.Declared declared =
                Metrics.find(asOf, number, period.end())
                        .orElseThrow(() -> words.fault("没有指标“" + number + "”"));
        Metrics value =
                Metrics.of(
                        declared.institution(),
                        declared.metric(),
                        reference(asOf, bearer),
                        period,
                        asOf);
        Optional<Rational> found =
                part.isPresent()
                        ? Optional.of(value.parts().getOrDefault(part.get(), Rational.ZERO))
                        : value.value();
        return compare(line, expected, found.map(Rational::toString).orElse("未知"));
    }

    /// `得分 号.项 主体 期 = 分`, or of the whole scheme.
    private Optional<Outcome.Miss> points(Example.Line line, Words words, AsOf asOf) {
        String number = words.take("考核号");
        Score score = score(number.split("\\.", 2)[0], words, asOf);
        words.skip("=");
        String expected = words.take("分");
        if (score.inactive().isPresent()) {
            return compare(line, expected, Standing.INACTIVE.word());
        }
        Optional<Rational> found =
                number.contains(".")
                        ? score.mark(number.substring(number.indexOf('.') + 1))
                                .orElseThrow(() -> words.fault("考核里没有“" + number + "”这一项"))
                                .points()
                        : score.total();
        return compare(line, expected, found.map(Rational::toString).orElse("未知"));
    }

    private Optional<Outcome.Miss> grade(Example.Line line, Words words, AsOf asOf) {
        Score score = score(words.take("考核号"), words, asOf);
        words.skip("=");
        String ungraded = score.inactive().isPresent() ? Standing.INACTIVE.word() : "未评";
        return compare(line, words.take("档"), score.grade().orElse(ungraded));
    }

    private Score score(String number, Words words, AsOf asOf) {
        String subject = Words.number(words.take("对象"));
        Period period = Periods.parse(words.take("期"));
        Institution institution =
                asOf.known()
                        .rules()
                        .inForce(institution(), period.start())
                        .or(() -> asOf.known().rules().inForce(institution(), period.end()))
                        .map(Enactment::institution)
                        .orElseThrow(() -> words.fault("当期没有施行“" + institution() + "”"));
        Scheme scheme =
                institution.schemes().stream()
                        .filter(each -> each.number().equals(number))
                        .findFirst()
                        .orElseThrow(() -> words.fault("没有考核“" + number + "”"));
        return new Assessment(institution, scheme, period, asOf)
                .scores().stream()
                        .filter(each -> isOf(each, subject))
                        .findFirst()
                        .orElseThrow(() -> words.fault("“" + subject + "”不在考核对象里"));
    }

    private static boolean isOf(Score score, String subject) {
        return switch (score.subject()) {
            case Value.Reference reference -> reference.code().equals(subject);
            case Value.Link(long number) -> Long.toString(number).equals(subject);
            case Value _ -> false;
        };
    }

    private static Value.Reference reference(AsOf asOf, String code) {
        return asOf.known().organization().body(code, asOf.day()).isPresent()
                ? Value.Reference.body(code)
                : Value.Reference.post(code);
    }

    private Optional<Outcome.Miss> verdict(Example.Line line, Words words, AsOf asOf) {
        String duty = words.take("职责号");
        Optional<String> bearer = words.after("谁");
        Optional<String> counterpart = words.after("对");
        Optional<String> period = words.after("期");
        Optional<String> number = words.after("件").map(Words::number);
        Optional<String> round = words.after("复发").map(Words::number);
        if (!words.skip("=")) {
            throw words.fault("期望写成“… = 已履”");
        }
        String expected = words.take("判定");
        Optional<String> sentence =
                words.isDone() ? Optional.empty() : Optional.of(words.take("句"));
        words.expectEnd();
        Optional<Refusals.Opinion> refusal =
                number.flatMap(at -> refused(Long.parseLong(at), duty));
        if (refusal.isPresent()) {
            return compare(
                    line,
                    expected + sentence.orElse(""),
                    "拒"
                            + sentence.map(said -> said(refusal.get().verdict(), asOf, said))
                                    .orElse(""));
        }
        String occasion =
                period.orElseGet(
                        () -> "件" + number.orElse("") + round.map(at -> "-" + at).orElse(""));
        List<Obligation> owed =
                new Obligations(asOf.known(), asOf.day())
                        .on(institution(), duty, Occasion.parse(occasion)).stream()
                                .filter(one -> bearer.map(one.key().bearer()::equals).orElse(true))
                                .filter(
                                        one ->
                                                counterpart
                                                        .map(
                                                                code ->
                                                                        one.key()
                                                                                .counterpart()
                                                                                .equals(
                                                                                        Optional.of(
                                                                                                code)))
                                                        .orElse(true))
                                .toList();
        if (owed.isEmpty()) {
            return compare(line, expected, "没有这项应尽事项");
        }
        Verdict verdict = new Obligations(asOf.known(), asOf.day()).judge(owed.getFirst());
        return compare(
                line,
                expected + sentence.orElse(""),
                word(verdict, expected)
                        + sentence.map(said -> said(verdict, asOf, said)).orElse(""));
    }

    private String institution() {
        return example.institution().split("@", 2)[0];
    }

    private Optional<Refusals.Opinion> refused(long number, String duty) {
        return opinions.getOrDefault(number, List.of()).stream()
                .filter(Refusals.Opinion::refuses)
                .filter(opinion -> opinion.verdict().obligation().duty().number().equals(duty))
                .findFirst();
    }

    /// At entry a rule on a record answers 收, 警, 记 or 拒; a case may also use the verdict's word.
    private static String word(Verdict verdict, String expected) {
        Optional<DutyForm.Consequence> consequence =
                Refusals.consequence(verdict.obligation().duty().form());
        boolean atEntry = List.of("收", "警", "记", "拒").contains(expected);
        if (!atEntry || consequence.isEmpty()) {
            return verdict.standing().word();
        }
        return switch (verdict.standing()) {
            case FULFILLED, NOT_APPLICABLE -> "收";
            case BREACHED ->
                    consequence.get() == DutyForm.Consequence.REFUSE
                            ? Standing.BREACHED.word()
                            : consequence.get().word();
            case AHEAD, OPEN, LATE, WAIVED, STAYED, REVOKED, UNPROVEN, INACTIVE, CONFLICTED ->
                    verdict.standing().word();
        };
    }

    /// The sentence expected, if the engine's holds it; else the engine's own.
    private static String said(Verdict verdict, AsOf asOf, String expected) {
        String found = Sentences.of(verdict, asOf.known().organization());
        String wanted = expected.substring(1, expected.length() - 1);
        return found.contains(wanted) ? expected : "「" + found + "」";
    }

    private static Optional<Outcome.Miss> compare(
            Example.Line line, String expected, String found) {
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of(new Outcome.Miss(line.number(), line.text(), found));
    }
}
