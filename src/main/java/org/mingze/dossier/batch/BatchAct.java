package org.mingze.dossier.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.LedgerKind;

/// 一起办之事 — the acts that several dossiers may take at once.
enum BatchAct {
    REMIND("remind", "督办", "提醒", "提醒责任单位", "每件记一笔督办（提醒），写进各自的案卷。"),
    ASSIGN("assign", "交办", "交办", "交办给责任人", "每件记一笔交办，责任人在今日里看到要签收的事。"),
    DEADLINE("deadline", "更正", "补填期限", "补填期限", "每件记一笔更正，理由是补填；期限从今天起算数。");

    private final String address;
    private final String recordType;
    private final String verb;
    private final String heading;
    private final String hint;

    BatchAct(String address, String recordType, String verb, String heading, String hint) {
        this.address = address;
        this.recordType = recordType;
        this.verb = verb;
        this.heading = heading;
        this.hint = hint;
    }

    static Optional<BatchAct> at(String address) {
        return Arrays.stream(values()).filter(act -> act.address.equals(address)).findFirst();
    }

    /// Why a dossier cannot take it together with others; empty when it can.
    String against(Dossier dossier) {
        if (dossier.isSettled()) {
            return "已到“" + dossier.stage() + "”，不用再" + verb;
        }
        return switch (this) {
            case REMIND -> dossier.body().isEmpty() ? "没有责任单位，先逐件补填" : "";
            case ASSIGN ->
                    dossier.body().isEmpty() || dossier.reference("责任人").isEmpty()
                            ? "没有责任单位或责任人，先逐件补填"
                            : "";
            case DEADLINE ->
                    dossier.kind() != LedgerKind.RECTIFICATION
                            ? "这本台账的期限由制度算出"
                            : dossier.day("期限").isPresent() ? "已有期限，改期限要逐件办延期" : "";
        };
    }

    /// What is asked once for all of them.
    List<String> asked() {
        return switch (this) {
            case REMIND -> List.of("理由");
            case ASSIGN -> List.of("内容", "期限");
            case DEADLINE -> List.of("期限");
        };
    }

    /// What stands against an answer; empty when it will do.
    String fault(String field, String answer, LocalDate today) {
        if (field.equals("理由")) {
            return "";
        }
        if (answer.isEmpty()) {
            return "写明" + field + "再" + verb;
        }
        if (!field.equals("期限")) {
            return "";
        }
        try {
            return LocalDate.parse(answer).isBefore(today) ? "期限不能早于今天" : "";
        } catch (java.time.DateTimeException unreadable) {
            return "期限写成2026-12-24这样的日期";
        }
    }

    String address() {
        return address;
    }

    String recordType() {
        return recordType;
    }

    String verb() {
        return verb;
    }

    String heading() {
        return heading;
    }

    String hint() {
        return hint;
    }
}
