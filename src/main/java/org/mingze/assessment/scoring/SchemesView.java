package org.mingze.assessment.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.assessment.AssessmentsPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.assessment.Assessment;
import org.mingze.institution.Role;
import org.mingze.institution.assessment.Scheme;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 考核一览的内容.
final class SchemesView {
    private SchemesView() {}

    static AssessmentsPage of(Schemes schemes) {
        List<AssessmentsPage.Line> lines = new ArrayList<>();
        int live = 0;
        for (Schemes.Declared declared : schemes.inForce()) {
            Period period = Periods.containing(schemes.today(), declared.scheme().every());
            Assessment.Assessed assessed = schemes.assessed(declared, period);
            live += assessed.scored().isEmpty() ? 0 : 1;
            lines.add(line(declared, period, assessed));
        }
        String title =
                lines.isEmpty()
                        ? "没有施行的考核办法"
                        : "考核办法" + lines.size() + "个，" + (live == 0 ? "都还没有启用" : live + "个在算分");
        return new AssessmentsPage(
                new Heading(List.of(), title, Prose.of("分由记录算出，每一分都能点开；办法里没有写排名的，不排名。"), List.of()),
                List.of(),
                lines,
                lines.isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    /// The appeals that wait for an answer of this officer.
    static List<AssessmentsPage.Appeal> appeals(Schemes schemes, Officer officer) {
        return new Appeals(schemes.known())
                .waiting(schemes, officer).stream().map(each -> appeal(schemes, each)).toList();
    }

    /// An appeal, with the score that it is about.
    static AssessmentsPage.Appeal appeal(Schemes schemes, Entry appeal) {
        String subject = Appeals.text(appeal, "谁");
        String period = Appeals.text(appeal, "期");
        String place =
                "/assessments/"
                        + Schemes.encoded(Appeals.text(appeal, "编号"))
                        + "/"
                        + Schemes.encoded(Appeals.text(appeal, "号"))
                        + "/"
                        + Schemes.encoded(subject)
                        + "?period="
                        + Schemes.encoded(period);
        return new AssessmentsPage.Appeal(
                new Link(schemes.name(schemes.subject(subject)), place),
                SchemeWords.period(Periods.parse(period)) + "，第" + appeal.number() + "号",
                Prose.of(Appeals.text(appeal, "理由")));
    }

    private static AssessmentsPage.Line line(
            Schemes.Declared declared, Period period, Assessment.Assessed assessed) {
        Scheme scheme = declared.scheme();
        boolean scored = !assessed.scored().isEmpty();
        Optional<String> why =
                assessed.inactive().stream().flatMap(one -> one.inactive().stream()).findFirst();
        Prose about =
                Prose.of(
                        "每"
                                + scheme.every().word()
                                + "一次，对象是"
                                + subjects(scheme)
                                + "，"
                                + scheme.items().size()
                                + "项，"
                                + (scheme.ranking().isPresent() ? "排名" : "不排名")
                                + "。");
        if (!scored) {
            about = about.words(why.map(said -> said + "。").orElse("这一期没有对象。"));
        }
        Tag state =
                scored
                        ? new Tag(assessed.all() + "个对象", Tag.Tone.DONE)
                        : new Tag(why.isPresent() ? "未启用" : "没有对象", Tag.Tone.WARN);
        return new AssessmentsPage.Line(
                new Link(scheme.name(), declared.address(period)),
                about,
                state,
                new Link(
                        "《" + declared.institution().title() + "》",
                        "/institutions/" + Schemes.encoded(declared.institution().id())));
    }

    static String subjects(Scheme scheme) {
        return switch (scheme.subjects()) {
            case Scheme.Subjects.Members(Role role) ->
                    role.name().isEmpty() ? "列出的角色" : role.name();
            case Scheme.Subjects.RecordsOf(String type) -> "每笔" + type;
        };
    }

    private static Blank blank() {
        return new Blank(
                "还没有施行的考核办法",
                "制度里写了考核的，施行以后就在这里；分由已有的记录算出，不另填表。",
                Optional.of(Act.of("看制度", "/institutions")));
    }
}
