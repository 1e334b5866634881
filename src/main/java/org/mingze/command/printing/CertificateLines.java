package org.mingze.command.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.Contribution;
import org.mingze.duty.certificate.Certificate;
import org.mingze.institution.expression.Rational;

/// 判定书的各行 — a certificate for reading at a terminal.
public final class CertificateLines {
    private CertificateLines() {}

    public static List<String> of(Certificate certificate) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "截至 "
                        + certificate.at()
                        + "，所知"
                        + certificate.known()
                        + "笔；到期 "
                        + word(certificate.deadline().due())
                        + "，宽限至 "
                        + word(certificate.deadline().graceEnd()));
        certificate.amounts().required().ifPresent(required -> lines.add(amounts(certificate)));
        certificate.witnesses().forEach(witness -> lines.add(witness(witness)));
        if (certificate.counted() > certificate.witnesses().size()) {
            lines.add("共有" + certificate.counted() + "件计入，取最早的足够之数");
        }
        certificate.rejected().forEach(refused -> lines.add(refused(refused)));
        certificate.acts().forEach(act -> lines.add("依 第" + act.entry() + "号" + act.kind()));
        certificate.parameters().forEach(read -> lines.add(parameter(read)));
        lines.add(
                "依据 "
                        + certificate.key().institution()
                        + " "
                        + certificate.rule().from()
                        + "施行版（第"
                        + certificate.rule().entry()
                        + "号，"
                        + certificate.rule().digest().substring(0, 16)
                        + "…）；日历 "
                        + certificate.calendar().notice()
                        + (certificate.calendar().provisional() ? "，暂定" : "")
                        + "；机构截至第"
                        + certificate.organization()
                        + "号");
        return lines;
    }

    private static String word(Optional<?> value) {
        return value.map(Object::toString).orElse("无");
    }

    private static String amounts(Certificate certificate) {
        Certificate.Amounts amounts = certificate.amounts();
        return "须 "
                + word(amounts.required())
                + "，确有 "
                + amounts.certain()
                + (amounts.possible().equals(amounts.certain()) ? "" : "，至多 " + amounts.possible());
    }

    private static String witness(Certificate.Witness witness) {
        Contribution taken = witness.contribution();
        StringBuilder line = new StringBuilder("取 第" + taken.record() + "号 " + taken.day());
        if (!taken.amount().equals(Rational.ONE)) {
            line.append("，计").append(taken.amount());
        }
        if (taken.lateDays() > 0) {
            line.append("，迟录").append(taken.lateDays()).append("日");
        }
        if (taken.inGrace()) {
            line.append("，到期后");
        }
        if (taken.backfilled()) {
            line.append("，期后补录");
        }
        if (witness.entries().size() > 1) {
            line.append("，经更正：")
                    .append(
                            witness.entries().stream()
                                    .skip(1)
                                    .map(entry -> "第" + entry + "号")
                                    .collect(Collectors.joining("、")));
        }
        return line.toString();
    }

    private static String refused(Certificate.Refused refused) {
        String entries =
                refused.values().stream()
                        .map(read -> read.field() + "见第" + read.entry() + "号")
                        .collect(Collectors.joining("，"));
        return (refused.rejection().unknown() ? "待定 第" : "不计 第")
                + refused.rejection().record()
                + "号："
                + refused.rejection().read()
                + "（须 "
                + refused.rejection().condition()
                + "）"
                + (entries.isEmpty() ? "" : "；" + entries);
    }

    private static String parameter(Certificate.ParameterRead read) {
        return "参数 " + read.name() + " = " + read.value().orElse("待定") + "（第" + read.entry() + "号）";
    }
}
