package org.mingze.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.journal.Draft;
import org.mingze.organization.Organization;
import org.mingze.work.index.CountyCalendar;

/// 行为检查 — whether an act (免 延 停 复 评分 申诉 委托 收回委托 移交 接收 月结 归档 保管期限 上报汇总
/// 停报汇总) names a duty, posts and days that there are.
final class ActCheck {
    private static final Map<String, List<String>> REQUIRED =
            Map.ofEntries(
                    Map.entry("免", List.of("编号", "号", "谁", "批", "因")),
                    Map.entry("延", List.of("编号", "号", "件", "批")),
                    Map.entry("停", List.of("编号", "号", "谁", "批", "因")),
                    Map.entry("复", List.of("编号", "号", "谁", "批")),
                    Map.entry("评分", List.of("编号", "号", "谁", "期", "分", "理由", "署名")),
                    Map.entry("委托", List.of("岗", "至", "自")),
                    Map.entry("收回委托", List.of("件", "因")),
                    Map.entry("移交", List.of("岗", "由", "至")),
                    Map.entry("接收", List.of("移交", "署名")),
                    Map.entry("月结", List.of("期", "摘要", "署名")),
                    Map.entry("归档", List.of("年", "摘要", "署名")),
                    Map.entry("保管期限", List.of("类", "限", "据")),
                    Map.entry("上报汇总", List.of("上级", "文")),
                    Map.entry("停报汇总", List.of("件", "文")),
                    Map.entry(CountyCalendar.KIND, List.of("年", "文", "附")));

    /// An appeal cites a score as 评分 does; its answer cites the appeal.
    private static final Map<String, List<String>> ON_APPEALS =
            Map.of(
                    "申诉", List.of("编号", "号", "谁", "期", "理由", "署名"),
                    "申诉答复", List.of("件", "结论", "理由", "署名"));

    /// What cites a scheme of assessment by its 号, and no duty.
    private static final Set<String> ON_SCORES = Set.of("评分", "申诉");

    private ActCheck() {}

    static boolean knows(String kind) {
        return REQUIRED.containsKey(kind) || ON_APPEALS.containsKey(kind);
    }

    static List<EntryCheck.Fault> faults(Knowledge known, Draft draft) {
        List<EntryCheck.Fault> faults = new ArrayList<>();
        for (String field : required(draft)) {
            if (text(draft, field).isBlank()) {
                faults.add(
                        new EntryCheck.Fault(field, "“" + field + "”没有写，" + draft.kind() + "须写明"));
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        if (draft.content().text("号").isPresent() && !ON_SCORES.contains(draft.kind())) {
            faults.addAll(duty(known, draft));
        }
        if (draft.kind().equals(CountyCalendar.KIND)) {
            calendar(known, draft).ifPresent(faults::add);
        }
        if (draft.kind().equals("申诉")) {
            openAppeal(known, draft).ifPresent(faults::add);
        }
        if (draft.kind().equals("收回委托")) {
            delegation(known, draft).ifPresent(faults::add);
        }
        for (String field : List.of("岗", "至")) {
            if (required(draft).contains(field) && !isHolder(known, draft, field)) {
                faults.add(
                        new EntryCheck.Fault(field, "当日没有岗位“" + text(draft, field) + "”，核对岗位代码"));
            }
        }
        for (String field : List.of("自", "止")) {
            draft.content()
                    .text(field)
                    .filter(day -> !isDay(day))
                    .ifPresent(
                            day ->
                                    faults.add(
                                            new EntryCheck.Fault(
                                                    field, "“" + day + "”不是日期，写成2026-03-01")));
        }
        return faults;
    }

    private static Optional<EntryCheck.Fault> calendar(Knowledge known, Draft draft) {
        try {
            CountyCalendar.with(known.calendar(), draft.content());
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(new EntryCheck.Fault("文", String.valueOf(unreadable.getMessage())));
        }
    }

    private static Optional<EntryCheck.Fault> delegation(Knowledge known, Draft draft) {
        String number = text(draft, "件");
        return known.acts("委托").stream().anyMatch(act -> Long.toString(act.number()).equals(number))
                ? Optional.empty()
                : Optional.of(new EntryCheck.Fault("件", "第" + number + "号不是委托，核对编号"));
    }

    /// A post waits for the answer to its appeal before it appeals against the same score again.
    private static Optional<EntryCheck.Fault> openAppeal(Knowledge known, Draft draft) {
        return known.acts("申诉").stream()
                .filter(act -> act.recorder().post().equals(draft.recorder().post()))
                .filter(
                        act ->
                                Stream.of("编号", "号", "谁", "期")
                                        .allMatch(
                                                field ->
                                                        act.content()
                                                                .text(field)
                                                                .equals(
                                                                        draft.content()
                                                                                .text(field))))
                .map(act -> Long.toString(act.number()))
                .filter(
                        number ->
                                known.acts("申诉答复").stream()
                                        .noneMatch(
                                                reply ->
                                                        reply.content()
                                                                .text("件")
                                                                .equals(Optional.of(number))))
                .findFirst()
                .map(number -> new EntryCheck.Fault("理由", "第" + number + "号申诉还在等答复；等答复了，还不服再申诉"));
    }

    private static List<String> required(Draft draft) {
        return REQUIRED.getOrDefault(
                draft.kind(), ON_APPEALS.getOrDefault(draft.kind(), List.of()));
    }

    private static List<EntryCheck.Fault> duty(Knowledge known, Draft draft) {
        String id = text(draft, "编号");
        List<Enactment> versions = known.rules().versions(id);
        if (versions.isEmpty()) {
            return List.of(new EntryCheck.Fault("编号", "没有施行过制度“" + id + "”，核对编号"));
        }
        String number = text(draft, "号");
        boolean there =
                versions.stream()
                        .map(Enactment::institution)
                        .map(Institution::duties)
                        .flatMap(List::stream)
                        .map(Duty::number)
                        .anyMatch(number::equals);
        return there
                ? List.of()
                : List.of(new EntryCheck.Fault("号", "制度“" + id + "”没有职责“" + number + "”，核对号"));
    }

    /// A post, or for 移交 a post that may be no more, and a person.
    private static boolean isHolder(Knowledge known, Draft draft, String field) {
        Organization organization = known.organization();
        LocalDate day = draft.occurred().day();
        String code = text(draft, field);
        if (!draft.kind().equals("移交")) {
            return organization.findPost(code, day).isPresent();
        }
        return field.equals("至")
                ? organization.findPerson(code).isPresent()
                : !organization.bodiesEverOf(code).isEmpty();
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static String text(Draft draft, String field) {
        return Optional.of(draft).flatMap(of -> of.content().text(field)).orElse("");
    }
}
