package org.mingze.assessment.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.assessment.SchemePage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.assessment.Score;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Sight;

/// 考核办法页的内容 — scores in the order of the scheme: by rank only if it ranks.
final class SchemeView {
    static final int PERIODS_BACK = 6;
    private static final String NONE = "—";

    private final Schemes schemes;
    private final Schemes.Declared declared;
    private final Period period;
    private final Sight sight;
    private final boolean compares;

    /// @param compares whether each score stands beside that of the period before
    SchemeView(
            Schemes schemes,
            Schemes.Declared declared,
            Period period,
            Sight sight,
            boolean compares) {
        this.compares = compares;
        this.schemes = schemes;
        this.declared = declared;
        this.period = period;
        this.sight = sight;
    }

    SchemePage page() {
        Scheme scheme = declared.scheme();
        List<Score> scores = schemes.scores(declared, period, sight);
        Map<Value, Score> before = new HashMap<>();
        Period previous = Periods.previous(period);
        if (compares) {
            schemes.scores(declared, previous, sight)
                    .forEach(score -> before.put(score.subject(), score));
        }
        List<SchemePage.Row> rows =
                scores.stream()
                        .map(score -> row(score, Optional.ofNullable(before.get(score.subject()))))
                        .toList();
        String incomparable = incomparable(previous, before.values());
        int hidden = schemes.assessed(declared, period).all() - rows.size();
        return new SchemePage(
                heading(scores, incomparable),
                unfinished(compares && incomparable.isEmpty()),
                declared.address(),
                periods(schemes, scheme, period),
                scheme.ranking().isPresent(),
                scheme.ranking().isPresent() || !scheme.grades().isEmpty(),
                compares ? SchemeWords.period(previous) : "",
                compares || rows.isEmpty() ? Optional.empty() : Optional.of(comparison(previous)),
                rows,
                hidden == 0 ? "" : "另有" + hidden + "个不归这个岗位看。",
                rows.isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    /// Why nothing of the period before can be reckoned; empty where something can.
    private static String incomparable(Period previous, Collection<Score> before) {
        return before.stream().anyMatch(score -> score.total().isPresent())
                ? ""
                : before.stream()
                        .flatMap(score -> score.inactive().stream())
                        .findFirst()
                        .map(why -> SchemeWords.period(previous) + "算不出：" + why + "。")
                        .orElse("");
    }

    private Link comparison(Period previous) {
        return new Link(
                "与" + SchemeWords.period(previous) + "比", declared.address(period) + "&compare=1");
    }

    private Heading heading(List<Score> scores, String incomparable) {
        Scheme scheme = declared.scheme();
        long known = scores.stream().filter(score -> score.total().isPresent()).count();
        Optional<String> inactive =
                scores.stream().flatMap(score -> score.inactive().stream()).findFirst();
        String finding =
                inactive.isPresent() && known == 0
                        ? scheme.name() + "：还没有启用"
                        : scheme.name() + "：" + scores.size() + "个对象，" + known + "个算得出";
        Prose lede =
                inactive.map(why -> Prose.of(why + "。设好以后马上能算。"))
                        .orElseGet(
                                () ->
                                        Prose.of("满分")
                                                .strong(words().number(scheme.full()))
                                                .words("分，照")
                                                .reference(
                                                        "《" + declared.institution().title() + "》",
                                                        institution())
                                                .words("由记录算出。")
                                                .words(
                                                        scheme.ranking().isPresent()
                                                                ? "办法写明排名。"
                                                                : "办法没有写排名，这里不排。"));
        List<Act> acts = inactive.isPresent() ? List.of(Act.of("去设参数", institution())) : List.of();
        return new Heading(
                List.of(new Link("考核", "/assessments"), new Link(SchemeWords.period(period), "")),
                finding,
                incomparable.isEmpty() ? lede : lede.words(incomparable),
                acts);
    }

    /// That the scores of a period that still runs are not yet what they will be.
    private List<String> unfinished(boolean compared) {
        if (schemes.today().isAfter(period.end())) {
            return List.of();
        }
        String remains = SchemeWords.remains(period, schemes.today());
        return compared ? List.of(remains, "前一期是过完了的，先不要拿来比高低。") : List.of(remains);
    }

    private SchemeWords words() {
        return new SchemeWords(schemes.known(), declared.institution(), period.start());
    }

    private String institution() {
        return "/institutions/" + Schemes.encoded(declared.institution().id());
    }

    private SchemePage.Row row(Score score, Optional<Score> before) {
        Optional<Rational> now = score.total();
        Optional<Rational> then = before.flatMap(Score::total);
        Optional<String> change =
                now.flatMap(total -> then.map(total::minus)).map(SchemeView::signed);
        return new SchemePage.Row(
                score.rank().isPresent() ? String.valueOf(score.rank().getAsInt()) : NONE,
                new Link(
                        schemes.name(score.subject()),
                        declared.address(period, Schemes.code(score.subject()))),
                now.map(SchemeWords::points).orElse(score.inactive().isPresent() ? "未启用" : "算不出"),
                now.isPresent(),
                score.grade().orElse(NONE),
                then.map(SchemeWords::points).orElse(NONE),
                change.orElse(NONE));
    }

    static String signed(Rational change) {
        String points = SchemeWords.points(change);
        return change.compareTo(Rational.ZERO) > 0
                ? "+" + points
                : change.equals(Rational.ZERO) ? "持平" : points.replace('-', '−');
    }

    static List<Field.Option> periods(Schemes schemes, Scheme scheme, Period chosen) {
        List<Field.Option> options = new ArrayList<>();
        Period each = Periods.containing(schemes.today(), scheme.every());
        for (int back = 0; back < PERIODS_BACK; back++) {
            options.add(
                    new Field.Option(
                            Periods.code(each), SchemeWords.period(each), each.equals(chosen)));
            each = Periods.previous(each);
        }
        return options;
    }

    private static Blank blank() {
        return new Blank(
                "这一期没有看得到的对象",
                "这个岗位和它下面的单位不在考核对象里；换一期，或换一个岗位。",
                Optional.of(Act.of("看全部办法", "/assessments")));
    }
}
