package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.InstitutionsPage;
import org.mingze.duty.Naming;
import org.mingze.institution.Institution;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.ChinaTime;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 制度列表的内容 — what is in force today, by who issued it.
final class InstitutionsView {
    private static final int SHOWN_MAX = 500;
    private static final String LOCAL = "县里和乡镇街道制定";

    private final Owed owed;
    private final Knowledge known;

    private InstitutionsView(Owed owed) {
        this.owed = owed;
        this.known = owed.known();
    }

    static InstitutionsPage of(Owed owed, boolean openOnly, String find) {
        return new InstitutionsView(owed).page(openOnly, find);
    }

    private InstitutionsPage page(boolean openOnly, String find) {
        List<Enactment> all = current();
        List<Enactment> shown =
                all.stream()
                        .filter(
                                enactment ->
                                        !openOnly || (isInForce(enactment) && open(enactment) > 0))
                        .filter(enactment -> names(enactment.institution(), find))
                        .limit(SHOWN_MAX)
                        .toList();
        List<Enactment> now = all.stream().filter(this::isInForce).toList();
        int duties = now.stream().mapToInt(each -> each.institution().duties().size()).sum();
        long off = now.stream().filter(each -> open(each) > 0).count();
        return new InstitutionsPage(
                new Heading(
                        List.of(),
                        "制度" + all.size() + "部，职责" + duties + "项",
                        Prose.of("每一项职责都来自一条有出处的条文；没有出处的数不设默认值。")
                                .words(
                                        now.size() == all.size()
                                                ? ""
                                                : "其中"
                                                        + (all.size() - now.size())
                                                        + "部现在不施行，职责没有数在内。"),
                        List.of(Act.of("起草", "/drafts"))),
                new Listing(
                        List.of(
                                new Listing.View(
                                        "全部",
                                        "/institutions",
                                        String.valueOf(all.size()),
                                        false,
                                        !openOnly),
                                new Listing.View(
                                        "有未启用的职责",
                                        "/institutions?open=1",
                                        String.valueOf(off),
                                        false,
                                        openOnly)),
                        Optional.of(
                                new Listing.Filters("/institutions", "制度、条文、文号", find, List.of())),
                        Optional.of(
                                new Listing.Pager(
                                        "共" + shown.size() + "部",
                                        Optional.empty(),
                                        Optional.empty()))),
                issuers(all, shown),
                shown.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "没有符合的制度",
                                        "少写几个字，或看全部。",
                                        Optional.of(Act.of("看全部制度", "/institutions"))))
                        : Optional.empty());
    }

    /// Of each institution the version in force or suspended, else the latest that was enacted.
    private List<Enactment> current() {
        return known.rules().institutions().stream()
                .map(
                        id ->
                                known.rules()
                                        .inForce(id, owed.today())
                                        .or(() -> known.rules().suspended(id, owed.today()))
                                        .orElseGet(() -> known.rules().versions(id).getLast()))
                .toList();
    }

    private boolean isInForce(Enactment enactment) {
        return known.rules()
                .inForce(enactment.institution().id(), owed.today())
                .equals(Optional.of(enactment));
    }

    private long open(Enactment enactment) {
        RuleWords words =
                new RuleWords(
                        known, enactment.institution(), InstitutionView.body(owed), owed.today());
        return enactment.institution().duties().stream()
                .filter(duty -> words.open(duty).isPresent())
                .count();
    }

    private static boolean names(Institution institution, String find) {
        return find.isEmpty() || institution.text().contains(find);
    }

    /// Those shown by who issued them, in the order of all, however few are shown.
    private List<InstitutionsPage.Issuer> issuers(List<Enactment> all, List<Enactment> shown) {
        Map<String, List<InstitutionsPage.Line>> lines = new LinkedHashMap<>();
        all.forEach(each -> lines.put(issuer(known, each.institution()), new ArrayList<>()));
        shown.forEach(
                enactment ->
                        lines.computeIfAbsent(
                                        issuer(known, enactment.institution()),
                                        _ -> new ArrayList<>())
                                .add(line(enactment)));
        return lines.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new InstitutionsPage.Issuer(each.getKey(), each.getValue()))
                .toList();
    }

    private InstitutionsPage.Line line(Enactment enactment) {
        Institution institution = enactment.institution();
        List<Tag> tags = new ArrayList<>();
        tags.add(state(enactment, known, owed.today()));
        long open = open(enactment);
        if (open > 0) {
            tags.add(new Tag(open + "项未启用", Tag.Tone.WARN));
        }
        return new InstitutionsPage.Line(
                new Link(institution.title(), DutyLinks.institution(institution.id())),
                Prose.of("职责" + institution.duties().size() + "项，" + since(enactment)),
                tags);
    }

    /// Since when it is in force, suspended, or repealed.
    private String since(Enactment enactment) {
        Optional<LocalDate> repealed =
                enactment.repealedFrom().filter(day -> !owed.today().isBefore(day));
        return DayWords.full(repealed.orElse(enactment.institution().from()))
                + "起"
                + (repealed.isPresent()
                        ? "废止"
                        : enactment.isInForce() ? "施行" : enactment.institution().status().word());
    }

    /// Who made the words: to suspend them, or to put them in force again, makes no others.
    static String issuer(Knowledge known, Institution institution) {
        return worded(known, institution).issuer().orElse(LOCAL);
    }

    /// The first version of the same words, which a suspension or a resumption of it repeats.
    static Institution worded(Knowledge known, Institution institution) {
        return known.rules().versions(institution.id()).stream()
                .map(Enactment::institution)
                .filter(each -> each.saysTheSameAs(institution))
                .findFirst()
                .orElse(institution);
    }

    /// The act that suspended or repealed an institution: what, from when, by whom, on what basis.
    static Optional<Notice> ended(Knowledge known, String id, LocalDate today) {
        Optional<LocalDate> repealed = known.rules().versions(id).getLast().repealedFrom();
        if (repealed.isPresent()) {
            return known.acts("废止").stream()
                    .filter(act -> act.content().text("编号").equals(Optional.of(id)))
                    .filter(
                            act ->
                                    act.content()
                                            .text("自")
                                            .map(LocalDate::parse)
                                            .orElse(act.occurred().day())
                                            .equals(repealed.get()))
                    .findFirst()
                    .map(act -> notice("废止", repealed.get(), act, known.organization()));
        }
        return known.rules()
                .suspended(id, today)
                .flatMap(
                        version ->
                                known.acts("施行").stream()
                                        .filter(act -> act.number() == version.entryNumber())
                                        .findFirst()
                                        .map(
                                                act ->
                                                        notice(
                                                                "暂停",
                                                                version.institution().from(),
                                                                act,
                                                                known.organization())));
    }

    private static Notice notice(
            String deed, LocalDate from, Entry act, Organization organization) {
        LocalDate day = ChinaTime.day(act.recordedAt());
        String by =
                act.recorder().person().isEmpty()
                        ? "建账时"
                        : Naming.of(organization, act.recorder().post(), day)
                                + Naming.of(organization, act.recorder().person(), day);
        return Notice.warn(
                        "自" + DayWords.full(from) + "起" + deed,
                        "依据"
                                + act.content()
                                        .text("据")
                                        .filter(basis -> !basis.isEmpty())
                                        .orElse("没有写明")
                                + "。"
                                + by
                                + DayWords.full(day)
                                + "入账，第"
                                + act.number()
                                + "号。")
                .leadingTo(
                        new Link(
                                "看第" + act.number() + "号",
                                DutyLinks.act(act.content().text("编号").orElse(""), act.number())));
    }

    /// How a version stands and since when; of a suspension, of which version it is one.
    static List<Tag> states(Enactment enactment, Knowledge known, LocalDate today) {
        Institution institution = enactment.institution();
        String from = DayWords.full(institution.from()) + "起";
        boolean suspended =
                known.rules().suspended(institution.id(), today).equals(Optional.of(enactment));
        return suspended
                ? List.of(
                        Tag.of(from + "暂停"),
                        Tag.of("停的是" + DayWords.full(worded(known, institution).from()) + "起的一版"))
                : List.of(state(enactment, known, today), Tag.of(from));
    }

    /// What acts of later days will do with the institution of which a version is shown.
    static List<Tag> coming(Enactment shown, Knowledge known, LocalDate today) {
        return known.rules().versions(shown.institution().id()).stream()
                .filter(version -> today.isBefore(version.institution().from()))
                .filter(version -> !version.equals(shown) && !isNever(version))
                .map(
                        version ->
                                DayWords.full(version.institution().from())
                                        + "起"
                                        + known.rules().deed(version))
                .map(Tag::of)
                .toList();
    }

    /// Repealed from its own first day on: it never comes into force.
    private static boolean isNever(Enactment enactment) {
        return enactment
                .repealedFrom()
                .filter(day -> !day.isAfter(enactment.institution().from()))
                .isPresent();
    }

    static boolean isRepealed(Enactment enactment, LocalDate today) {
        return enactment.repealedFrom().filter(day -> !today.isBefore(day)).isPresent();
    }

    static Tag state(Enactment enactment, Knowledge known, LocalDate today) {
        if (known.rules()
                .inForce(enactment.institution().id(), today)
                .equals(Optional.of(enactment))) {
            return new Tag("施行", Tag.Tone.DONE);
        }
        if (isRepealed(enactment, today)) {
            return Tag.of("已废止");
        }
        if (isNever(enactment)) {
            return Tag.of("没有施行就废止");
        }
        return switch (enactment.institution().status()) {
            case IN_FORCE, SUSPENDED ->
                    Tag.of(
                            today.isBefore(enactment.institution().from())
                                    ? "尚未" + known.rules().deed(enactment)
                                    : enactment.isInForce() ? "已替代" : "暂停");
            case DRAFT, REPEALED -> Tag.of(enactment.institution().status().word());
        };
    }
}
