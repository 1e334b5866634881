package org.mingze.dossier.batch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;

/// 所选 — the dossiers that were picked for an act, and what was answered for all of them.
record Picked(
        LedgerKind kind,
        BatchAct act,
        List<Dossier> dossiers,
        Map<String, String> answers,
        Saying saying) {
    private static final List<String> REASONS = List.of("逾期未办", "未反馈", "程序不当", "推诿", "不执行", "其他");

    String answer(String field) {
        return answers.getOrDefault(field, "").strip();
    }

    List<Dossier> taking() {
        return dossiers.stream().filter(dossier -> act.against(dossier).isEmpty()).toList();
    }

    boolean hasFault() {
        return act.asked().stream().anyMatch(field -> !fault(field).isEmpty());
    }

    private String fault(String field) {
        return act.fault(field, answer(field), saying.today());
    }

    BatchPage page(boolean sent, Optional<Refusal> refusal) {
        List<Dossier> taking = taking();
        String path = kind.path();
        return new BatchPage(
                new Heading(
                        List.of(new Link(kind.title(), path), new Link(act.heading(), "")),
                        act.heading() + "：" + taking.size() + "件",
                        lede(taking.size()),
                        List.of()),
                kind.place(),
                Prose.of(act.hint()),
                dossiers.stream().map(this::item).toList(),
                taking.isEmpty() ? List.of() : fields(sent),
                taking.isEmpty() ? "" : path + "/batch",
                act.address(),
                act.verb() + taking.size() + "件",
                refusal,
                dossiers.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "没有选中" + kind.noun(),
                                        "回台账勾选要一起办的件，再点" + act.verb() + "。",
                                        Optional.of(Act.of("回台账", path))))
                        : Optional.empty());
    }

    private Prose lede(int taking) {
        int not = dossiers.size() - taking;
        return not == 0
                ? Prose.EMPTY
                : Prose.of("选了" + dossiers.size() + "件，其中" + not + "件不能一起办，原因写在各件后面。");
    }

    private BatchPage.Item item(Dossier dossier) {
        String owner =
                dossier.reference("责任人").map(post -> saying.who(post.code())).orElse("责任人未定");
        return new BatchPage.Item(
                String.valueOf(dossier.number()),
                new Link(LedgerDrawing.title(dossier), "/dossiers/" + dossier.number()),
                dossier.stage()
                        + "，"
                        + dossier.body().map(saying::name).orElse("责任单位未定")
                        + (dossier.kind() == LedgerKind.PETITION ? "" : "，" + owner),
                act.against(dossier));
    }

    private List<Field> fields(boolean sent) {
        return act.asked().stream().map(field -> field(field, sent ? fault(field) : "")).toList();
    }

    private Field field(String name, String fault) {
        Field.Control control =
                switch (name) {
                    case "理由" -> new Field.Control.Menu(reasons());
                    case "期限" -> new Field.Control.Line(answer(name), "date", "");
                    default -> new Field.Control.Area(answer(name));
                };
        return new Field(
                name,
                name.equals("内容") ? "交办什么" : name,
                name.equals("内容") ? "写在每件题名后面" : "",
                !name.equals("理由"),
                fault,
                control);
    }

    private List<Field.Option> reasons() {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", "未选", answer("理由").isEmpty()));
        REASONS.forEach(
                word -> options.add(new Field.Option(word, word, word.equals(answer("理由")))));
        return options;
    }

    /// One entry for each that takes the act.
    List<Draft> drafts(Recorder recorder, String body, LocalDateTime now) {
        return taking().stream().map(dossier -> draft(dossier, recorder, body, now)).toList();
    }

    private Draft draft(Dossier dossier, Recorder recorder, String body, LocalDateTime now) {
        Map<String, Content> fields = new LinkedHashMap<>();
        String number = String.valueOf(dossier.number());
        switch (act) {
            case REMIND -> {
                put(fields, "机构", body);
                put(fields, "类", "提醒");
                put(fields, "缘", number);
                put(fields, "向", dossier.body().orElse(""));
                put(fields, "人", owner(dossier));
                put(fields, "理由", answer("理由"));
            }
            case ASSIGN -> {
                put(fields, "机构", body);
                put(fields, "类", "督查交办");
                put(fields, "内容", LedgerDrawing.title(dossier) + "：" + answer("内容"));
                put(fields, "责任单位", dossier.body().orElse(""));
                put(fields, "责任人", owner(dossier));
                put(fields, "期限", answer("期限"));
                put(fields, "缘", number);
            }
            case DEADLINE -> {
                put(fields, "原", number);
                fields.put("改", new Content.Group(Map.of("期限", new Content.Text(answer("期限")))));
                put(fields, "因", "补填");
            }
        }
        LocalDate day = now.toLocalDate();
        return new Draft(
                act.recordType(),
                new Occurred(day, Optional.of(now.toLocalTime().truncatedTo(ChronoUnit.SECONDS))),
                recorder,
                EntryMode.DONE,
                new Content.Group(fields));
    }

    private static String owner(Dossier dossier) {
        return dossier.reference("责任人").map(Value.Reference::code).orElse("");
    }

    private static void put(Map<String, Content> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, new Content.Text(text));
        }
    }
}
