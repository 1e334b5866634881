package org.mingze.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// 案卷之办 — the acts that a dossier may take, each the creation of a record of its own.
enum DossierAct {
    COMPLETION("completion", "更正", "补填原因、责任人和期限", "补填", "记下补填"),
    MEASURE("measures", "措施", "定措施", "定措施", "记下措施"),
    RECTIFICATION("rectifications", "整改", "报整改", "报整改", "报整改"),
    VERIFICATION("verifications", "验收", "验收", "验收", "记下验收"),
    CLOSURE("closure", "销号", "销号", "销号", "记下销号"),
    RECHECK("rechecks", "检查", "回头看", "记回头看", "记下回头看"),
    REOPENING("reopenings", "复发", "复发", "记复发", "记下复发"),
    ACCEPTANCE("acceptance", "受理", "受理", "受理", "记下受理"),
    REPLY("reply", "答复", "答复", "答复", "记下答复"),
    EXTENSION("extension", "延", "延期", "延期", "记下延期"),
    EXTENSION_WITHDRAWAL("extension-withdrawal", "撤销", "撤销延期", "撤销延期", "撤销延期"),
    ACKNOWLEDGEMENT("acknowledgement", "签收", "签收", "签收", "签收"),
    FEEDBACK("feedback", "反馈", "反馈", "反馈", "记下反馈"),
    CONCLUSION("conclusion", "办结", "办结", "办结", "记下办结"),
    RETURN("return", "退回", "退回重办", "退回", "退回重办"),
    SATISFACTION("satisfaction", "更正", "回访满意", "记满意", "记下回访");

    private final String address;
    private final String recordType;
    private final String heading;
    private final String verb;
    private final String sendWord;

    DossierAct(String address, String recordType, String heading, String verb, String sendWord) {
        this.address = address;
        this.recordType = recordType;
        this.heading = heading;
        this.verb = verb;
        this.sendWord = sendWord;
    }

    static Optional<DossierAct> at(String address) {
        return Arrays.stream(values()).filter(act -> act.address.equals(address)).findFirst();
    }

    /// The acts that the stage and what is missing leave open; the first is the one waited for.
    ///
    /// @param extended whether the post may withdraw an extension that it recorded
    static List<DossierAct> open(Dossier dossier, boolean extendable, boolean extended) {
        List<DossierAct> acts =
                new ArrayList<>(dossier.isRelapsed() ? relapsed(dossier) : declared(dossier));
        if (extendable) {
            acts.add(EXTENSION);
        }
        if (extended) {
            acts.add(EXTENSION_WITHDRAWAL);
        }
        return acts;
    }

    /// What the institution declares of the stage; a look that found it wanting leads to a relapse.
    private static List<DossierAct> declared(Dossier dossier) {
        List<DossierAct> acts =
                new ArrayList<>(
                        dossier.at().acts().stream()
                                .flatMap(type -> making(dossier.kind(), type).stream())
                                .filter(act -> act.isLeft(dossier))
                                .toList());
        if (dossier.isFoundWanting() && acts.remove(REOPENING)) {
            acts.addFirst(REOPENING);
        }
        return acts;
    }

    /// The act by which a kind of record is made in dossiers of a kind.
    private static Optional<DossierAct> making(LedgerKind kind, String type) {
        return Arrays.stream(values())
                .filter(act -> act.recordType.equals(type))
                .filter(act -> act != (kind == LedgerKind.PETITION ? COMPLETION : SATISFACTION))
                .findFirst();
    }

    /// What is filled in already is not asked for again.
    private boolean isLeft(Dossier dossier) {
        return switch (this) {
            case COMPLETION ->
                    !List.of("原因", "责任单位", "责任人", "期限").stream().allMatch(dossier.root()::isFilled);
            case SATISFACTION ->
                    dossier.last("答复").filter(reply -> !reply.isFilled("满意")).isPresent();
            default -> true;
        };
    }

    /// After a relapse everything begins again, from the first thing that is not there yet.
    private static List<DossierAct> relapsed(Dossier dossier) {
        boolean measured = isAfterRelapse(dossier, "措施");
        boolean rectified = isAfterRelapse(dossier, "整改");
        Optional<String> verified =
                dossier.last("验收")
                        .filter(_ -> isAfterRelapse(dossier, "验收"))
                        .flatMap(record -> Optional.of(conclusion(record)));
        if (verified.filter("通过"::equals).isPresent()) {
            return List.of(CLOSURE);
        }
        if (rectified && verified.isEmpty()) {
            return List.of(VERIFICATION, COMPLETION);
        }
        if (measured) {
            return List.of(RECTIFICATION, COMPLETION, MEASURE);
        }
        return dossier.refilled() ? List.of(MEASURE, COMPLETION) : List.of(COMPLETION, MEASURE);
    }

    private static String conclusion(org.mingze.work.WorkRecord verification) {
        return verification
                .field("结论")
                .map(
                        value ->
                                value
                                                instanceof
                                                org.mingze.institution.expression.Value.Text(
                                                        String text)
                                        ? text
                                        : "")
                .orElse("");
    }

    private static boolean isAfterRelapse(Dossier dossier, String type) {
        return dossier.last("复发")
                .flatMap(
                        relapse ->
                                dossier.last(type)
                                        .filter(record -> record.number() > relapse.number()))
                .isPresent();
    }

    String address() {
        return address;
    }

    /// The kind of entry that it makes.
    String recordType() {
        return recordType;
    }

    String heading() {
        return heading;
    }

    String verb() {
        return verb;
    }

    String sendWord() {
        return sendWord;
    }

    /// What it asks of whoever does it; of an extension, what no rule says.
    String hint() {
        return switch (this) {
            case COMPLETION -> "补填记作一笔更正，理由是补填；要素何时齐备，以今天为准。";
            case MEASURE -> "写明做什么、谁来做、做到哪天。";
            case RECTIFICATION -> "整改人记作你现在的岗位，附上能证明的材料。";
            case VERIFICATION -> "核对后写结论，附核验材料。";
            case CLOSURE -> "验收已通过。销号人记作你现在的岗位。";
            case RECHECK -> "看销号以后有没有反弹。";
            case REOPENING -> "复发后原因、责任人、期限和措施都要重新定。";
            case ACCEPTANCE -> "决定是否受理，并告知来件人。";
            case REPLY -> "处理意见要书面答复，写明送达日。";
            case ACKNOWLEDGEMENT -> "收到了就签收，签收人记作你现在的岗位。";
            case FEEDBACK -> "办妥的附佐证；不属于本单位职责的，写明该由谁办。";
            case CONCLUSION -> "核对反馈和佐证，办妥了就办结。";
            case RETURN -> "没有办妥的退回，写明还差什么；原期限不变。";
            case SATISFACTION -> "答复以后回访来件人，问他对办理满意不满意；只记办理，不评人。";
            case EXTENSION_WITHDRAWAL -> "撤销以后，期限照没有这笔延期算；延期和理由都留在账上。";
            case EXTENSION -> "";
        };
    }

    /// How a mistake in it is put right: an act that is no record has no page of its own.
    String undoing() {
        return switch (this) {
            case EXTENSION -> "记错了，在这一页撤销延期。";
            case EXTENSION_WITHDRAWAL -> "期限照没有这笔延期算。";
            case COMPLETION,
                    MEASURE,
                    RECTIFICATION,
                    VERIFICATION,
                    CLOSURE,
                    RECHECK,
                    REOPENING,
                    ACCEPTANCE,
                    REPLY,
                    ACKNOWLEDGEMENT,
                    FEEDBACK,
                    CONCLUSION,
                    RETURN,
                    SATISFACTION ->
                    "记错了，用更正或撤销。";
        };
    }
}
