package org.mingze.dossier.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.LedgerFilter;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Repeats;
import org.mingze.dossier.Saying;
import org.mingze.institution.DossierKind;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Row;

/// 画督查页.
///
/// @param stages in the order in which work goes through them
record BoardDrawing(
        List<Dossier> seen, Saying saying, List<DossierKind.Stage> stages, String foot) {
    private static final LedgerKind KIND = LedgerKind.RECTIFICATION;
    private static final int TENTHS = 1000;

    SupervisionPage page() {
        Waiting waiting = new Waiting(seen, saying, Repeats.of(seen));
        Map<String, Long> atStage =
                seen.stream().collect(Collectors.groupingBy(Dossier::stage, Collectors.counting()));
        List<String> present = present(atStage.keySet());
        Crossings crossings = new Crossings(seen, saying, present);
        return new SupervisionPage(
                new Heading(List.of(), finding(waiting), lede(atStage), acts()),
                flow(present, atStage),
                seen.isEmpty() ? List.of() : List.of(crossings.bySource(), crossings.byBody()),
                seen.isEmpty() ? List.of() : waiting.parts(),
                List.of(
                        new SupervisionPage.Way(
                                new Link("轮查和抽查", "/supervision/inspections"),
                                Prose.of("轮到谁查什么；抽签抽对象，种子取账的根，谁都能重抽来对。")),
                        new SupervisionPage.Way(
                                new Link("谈话和逐级", "/supervision/talks"),
                                Prose.of("提醒、约谈、诫勉由谁定，依哪一条；走到哪一级，轮到谁。"))),
                seen.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "台账里还没有问题",
                                        "登记问题以后，它走到哪一步、等谁、超没超期，都列在这里。",
                                        Optional.of(
                                                Act.of("登记问题", "/records/new/" + KIND.english()))))
                        : Optional.empty(),
                foot);
    }

    private List<Act> acts() {
        return List.of(Act.of("看台账", KIND.path()), Act.of("登记检查", "/records/new/Inspection"));
    }

    private static String finding(Waiting waiting) {
        List<String> said = new ArrayList<>();
        say(said, "逾期", waiting.over().size());
        say(said, "等复核", waiting.unverified().size());
        say(said, "回头看逾期", waiting.rechecksOver().size());
        say(said, "回头看快到期", waiting.rechecksNear().size());
        return said.isEmpty() ? "没有逾期的，没有等复核的" : String.join("，", said);
    }

    private static void say(List<String> said, String word, int count) {
        if (count > 0) {
            said.add(word + count + "件");
        }
    }

    private Prose lede(Map<String, Long> atStage) {
        long settled = seen.stream().filter(Dossier::isSettled).count();
        long open = seen.size() - settled;
        Prose lede =
                Prose.of("所见问题")
                        .reference(String.valueOf(seen.size()), KIND.path())
                        .words("件，在办")
                        .reference(String.valueOf(open), KIND.path() + "?due=open")
                        .words("件");
        for (String stage : settledStages()) {
            lede =
                    lede.words("，" + stage)
                            .reference(
                                    String.valueOf(atStage.getOrDefault(stage, 0L)),
                                    KIND.path() + LedgerFilter.ALL.atStage(stage).query())
                            .words("件");
        }
        return lede.words("。每个数点开就是这些件。");
    }

    private List<String> settledStages() {
        return stages.stream()
                .filter(DossierKind.Stage::settled)
                .map(DossierKind.Stage::name)
                .toList();
    }

    /// The stages at which something stands; 缺据 where a stage cannot be told.
    private List<String> present(Set<String> standing) {
        List<String> present =
                new ArrayList<>(stages.stream().map(DossierKind.Stage::name).toList());
        standing.stream().filter(stage -> !present.contains(stage)).sorted().forEach(present::add);
        present.retainAll(standing);
        return present;
    }

    private List<SupervisionPage.Flow> flow(List<String> present, Map<String, Long> atStage) {
        long most = atStage.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return present.stream()
                .map(stage -> flow(stage, atStage.getOrDefault(stage, 0L), most))
                .toList();
    }

    private SupervisionPage.Flow flow(String stage, long count, long most) {
        return new SupervisionPage.Flow(
                new Link(stage, KIND.path() + LedgerFilter.ALL.atStage(stage).query()),
                (int) count,
                (int) (TENTHS * count / most),
                style(stage));
    }

    private String style(String stage) {
        if (settledStages().contains(stage)) {
            return "bar is-soft";
        }
        boolean relapsed =
                seen.stream()
                        .filter(dossier -> dossier.stage().equals(stage))
                        .allMatch(Dossier::isRelapsed);
        return relapsed ? "bar is-breach" : "bar";
    }

    static Row row(Dossier dossier, Saying saying, Prose why, Optional<Act> act) {
        return new Row(
                LedgerDrawing.mark(dossier),
                new Link(LedgerDrawing.title(dossier), "/dossiers/" + dossier.number()),
                why,
                dossier.due().map(saying::left).orElse(Row.Due.NONE),
                act);
    }
}
