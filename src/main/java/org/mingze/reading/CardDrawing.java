package org.mingze.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.Naming;
import org.mingze.reading.review.Chain;
import org.mingze.reading.review.Decision;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.review.Told;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.web.Tag;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// 画条 — one find: what it says, what is known of it, what was decided and what can be done.
///
/// @param only   one kind of find, or the open ones; empty for all
/// @param edited the key of the find whose form is open; empty for none
/// @param faults what is wrong with that form, by field
/// @param stood  what stood against the decision just tried, by the key of its find
record CardDrawing(
        UnderReview review,
        Confirmed confirmed,
        Knowledge known,
        Told told,
        EditForm form,
        String only,
        String edited,
        Map<String, String> faults,
        Map<String, List<String>> stood,
        LocalDate today) {
    static String anchor(Reviewed find) {
        return "f-" + find.key().replace('.', '-');
    }

    static String inText(String anchor) {
        return "t-" + anchor;
    }

    /// Whether the page shows it: of the kind that was asked for, or still open.
    boolean shows(Reviewed find) {
        return only.isEmpty()
                || find.find().kind().name().equals(only)
                || (only.equals(ReadingDrawing.OPEN) && review.isOpen(find, confirmed))
                || find.key().equals(edited);
    }

    /// 1, 2 for problems and what belongs to them, a letter for figures.
    String number(Reviewed find) {
        return switch (find.find().kind()) {
            case PROBLEM -> place(find);
            case CAUSE, MEASURE ->
                    review.against(find).stream().map(this::place).findFirst().orElse("");
            case FIGURE, DUTY, MECHANISM -> "";
        };
    }

    private String place(Reviewed problem) {
        List<Chain> chains = review.chains();
        for (int index = 0; index < chains.size(); index++) {
            if (chains.get(index).problem().equals(problem)) {
                return String.valueOf(index + 1);
            }
        }
        return "";
    }

    ReadingPage.Card card(Reviewed find, boolean nested) {
        Optional<Long> record = confirmed.record(find, review);
        boolean open = find.isOpen() && record.isEmpty();
        String anchor = anchor(find);
        return new ReadingPage.Card(
                anchor,
                find.key(),
                number(find),
                "#" + inText(anchor),
                find.find().kind().title(),
                state(find, record),
                nested,
                find.find().kind() == FindKind.MECHANISM,
                find.isRejected() && record.isEmpty(),
                review.wording(find),
                notes(find),
                lacking(find, record),
                by(find),
                entered(find, record),
                new ReadingPage.Acts(
                        open, record.isEmpty() ? edit(find) : "", open, !open && record.isEmpty()),
                refusal(find),
                find.key().equals(edited) && record.isEmpty()
                        ? Optional.of(
                                new ReadingPage.Form(
                                        find.key(), form.fields(find, faults), back(find)))
                        : Optional.empty());
    }

    private String edit(Reviewed find) {
        return review.kept().path()
                + "?edit="
                + find.key()
                + (only.isEmpty() ? "" : "&only=" + only)
                + "#"
                + anchor(find);
    }

    private String back(Reviewed find) {
        return review.kept().path() + (only.isEmpty() ? "" : "?only=" + only) + "#" + anchor(find);
    }

    private Tag state(Reviewed find, Optional<Long> record) {
        if (record.isPresent()) {
            return new Tag("已入账", Tag.Tone.DONE);
        }
        if (find.decision().isPresent()) {
            return switch (find.decision().get().act()) {
                case ACCEPTED -> new Tag("已采纳", Tag.Tone.DONE);
                case CORRECTED -> new Tag("已改正", Tag.Tone.DONE);
                case ADDED -> new Tag("补上的", Tag.Tone.DONE);
                case REJECTED, UNDONE -> Tag.of("不采");
            };
        }
        return Tag.of("未定");
    }

    private List<Prose> notes(Reviewed find) {
        List<Prose> notes = new ArrayList<>();
        boolean measure = find.find().kind() == FindKind.MEASURE;
        String owner = measure ? told.owner(find) : "";
        String said = find.find().field(Find.SAID_OWNER);
        if (!owner.isEmpty()) {
            notes.add(
                    Prose.of(
                            "责任人："
                                    + told.posts().getOrDefault(owner, owner)
                                    + "，"
                                    + told.holders().getOrDefault(owner, "")
                                    + from(said)));
        } else if (!said.isEmpty()) {
            notes.add(Prose.of("文中责任人：" + said + (measure ? "（没有对上岗位）" : "")));
        }
        String deadline = measure ? told.deadline(find) : "";
        String saidDay = find.find().field(Find.SAID_DEADLINE);
        if (!deadline.isEmpty()) {
            notes.add(
                    Prose.of(
                            "期限："
                                    + ReadingDrawing.day(LocalDate.parse(deadline), today)
                                    + from(saidDay)));
        } else if (!saidDay.isEmpty()) {
            notes.add(Prose.of("文中时限：" + saidDay + (measure ? "（不是一个日子）" : "")));
        }
        if (!find.find().field(Find.FREQUENCY).isEmpty()) {
            notes.add(Prose.of("频次：" + find.find().field(Find.FREQUENCY)));
        }
        if (find.find().kind() == FindKind.PROBLEM) {
            notes.add(source(find));
        }
        if (find.find().kind() == FindKind.PROBLEM && !review.body(find).isEmpty()) {
            String body = Naming.of(known.organization(), review.body(find), today);
            notes.add(Prose.of("责任单位：" + body));
        }
        List<Reviewed> against = review.against(find);
        if (against.size() > 1) {
            List<String> numbers = against.stream().map(this::place).toList();
            notes.add(Prose.of("针对第" + String.join("、", numbers) + "个问题"));
        }
        return notes;
    }

    /// Where the ledger will say that a problem comes from, and why.
    private Prose source(Reviewed problem) {
        String source = form.sources().of(problem, review);
        boolean guessed =
                problem.find().field(Find.SOURCE).isEmpty()
                        && form.sources().told(problem, review).isEmpty();
        return Prose.of(
                source.isEmpty()
                        ? "来源：没有写，点“改”选一个"
                        : "来源：" + source + (guessed ? "（文中没有写，不是的点“改”）" : ""));
    }

    private static String from(String said) {
        return said.isEmpty() ? "" : "（文中“" + said + "”）";
    }

    private String lacking(Reviewed find, Optional<Long> record) {
        if (record.isPresent() || find.isRejected()) {
            return "";
        }
        return switch (find.find().kind()) {
            case PROBLEM ->
                    review.chains().stream()
                                    .filter(chain -> chain.problem().equals(find))
                                    .anyMatch(chain -> chain.measures().isEmpty())
                            ? "没有对应的措施：采纳后这一件等着定措施。"
                            : "";
            case CAUSE, MEASURE ->
                    review.against(find).isEmpty()
                            ? "没有写明针对哪个问题：改一下，选了问题才能入账。"
                            : find.isTaken() ? "问题入账时一并入账。" : "";
            case FIGURE, DUTY, MECHANISM -> "";
        };
    }

    private String by(Reviewed find) {
        return find.decision().map(this::by).orElse("");
    }

    private String by(Decision made) {
        return Naming.of(known.organization(), made.person(), today)
                + ReadingDrawing.day(ChinaTime.day(made.at()), today)
                + made.act().title()
                + (made.reader().isEmpty() ? "" : "，" + made.reader());
    }

    private Optional<Link> entered(Reviewed find, Optional<Long> record) {
        return record.map(
                number ->
                        find.find().kind() == FindKind.PROBLEM
                                ? new Link("第" + number + "号案卷", "/dossiers/" + number)
                                : new Link("第" + number + "号记录", "/records/" + number));
    }

    private Optional<Refusal> refusal(Reviewed find) {
        List<String> sentences = stood.getOrDefault(find.key(), List.of());
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal("没有入账", String.join(" ", sentences), "", List.of()));
    }
}
