package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DossierKind;
import org.mingze.web.Row;
import org.mingze.work.Sight;
import org.mingze.work.classed.ClassedSight;

@DisplayName("台账和案卷")
class DossiersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private final AsOf asOf = new AsOf(SampleCounty.known(), DAY);
    private final Dossiers dossiers = new Dossiers(asOf);
    private final Saying saying = Saying.of(asOf.known(), DAY);

    private Sight sight(String post) {
        return Sight.of(asOf.known().organization(), post, DAY);
    }

    private LedgerPage page(String post, Map<String, String> asked) {
        LedgerKind kind = LedgerKind.RECTIFICATION;
        List<String> stages = Stages.named(asOf.known().rules(), kind.recordType(), DAY).reversed();
        List<Dossier> seen = dossiers.seen(kind, sight(post));
        return new LedgerDrawing(kind, saying, stages, "", List.of(), false)
                .page(seen, Sifting.Makeup.of(kind, seen), LedgerFilter.of(asked));
    }

    @Test
    @DisplayName("督查室看全县，纪工委看街道，村书记只看本村")
    void sight() {
        LedgerKind kind = LedgerKind.RECTIFICATION;
        int county = dossiers.seen(kind, sight("mingchuan.duchashi.head")).size();
        int street = dossiers.seen(kind, sight("qingshi.jigongwei.secretary")).size();
        List<Dossier> village = dossiers.seen(kind, sight("qingshi.liyuan.secretary"));
        assertThat(county).isGreaterThan(street);
        assertThat(street).isGreaterThan(village.size());
        assertThat(village)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.body()).hasValue("qingshi.liyuan"));
    }

    @Test
    @DisplayName("逾期的排在最前，逾期最久的第一")
    void urgency() {
        List<LedgerPage.Line> lines = page("mingchuan.duchashi.head", Map.of()).lines();
        assertThat(lines.getFirst().isOver()).isTrue();
        List<Boolean> over = lines.stream().map(LedgerPage.Line::isOver).toList();
        assertThat(over.lastIndexOf(true)).isLessThan(Math.max(1, over.indexOf(false)));
    }

    @Test
    @DisplayName("翻页说明是第几件，共几件；筛选留在下一页的地址里")
    void paging() {
        LedgerPage page = page("mingchuan.duchashi.head", Map.of("source", ""));
        assertThat(page.listing().pager().orElseThrow().words()).startsWith("第1至50件，共");
        assertThat(page.listing().pager().orElseThrow().next())
                .hasValue("/ledgers/rectification?page=2");
        assertThat(page("mingchuan.duchashi.head", Map.of("page", "2")).lines()).isNotEmpty();
    }

    @Test
    @DisplayName("按阶段、期限、文字筛选，没有结果时说怎么办")
    void filters() {
        LedgerPage closed = page("mingchuan.duchashi.head", Map.of("stage", "已销号"));
        assertThat(closed.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.stage().word()).isEqualTo("已销号"))
                .allSatisfy(line -> assertThat(line.due()).isEqualTo(Row.Due.NONE));
        assertThat(
                        page(
                                        "mingchuan.duchashi.head",
                                        Map.of("find", "第" + lacking().number() + "号"))
                                .lines())
                .hasSize(1);
        LedgerPage none = page("mingchuan.duchashi.head", Map.of("find", "没有这样的问题"));
        assertThat(none.lines()).isEmpty();
        assertThat(none.blank().orElseThrow().next()).contains("去掉一个条件");
    }

    @Test
    @DisplayName("没有措施的一件从待定措施算逾期，等的是补填和措施")
    void lackingMeasure() {
        Dossier dossier = lacking();
        assertThat(dossier.due().map(saying::left).orElseThrow().urgency())
                .isEqualTo(Row.Urgency.OVER);
        assertThat(DossierAct.open(dossier, false, false)).contains(DossierAct.MEASURE);
    }

    @Test
    @DisplayName("延期以后按新的到期日算")
    void extended() {
        long number =
                asOf.known().acts("延").stream()
                        .map(act -> Long.parseLong(act.content().text("件").orElseThrow()))
                        .filter(on -> asOf.known().kindOf(on).filter("问题"::equals).isPresent())
                        .findFirst()
                        .orElseThrow();
        assertThat(dossiers.find(number).orElseThrow().due()).as("已销号").isEmpty();
        Dossier then =
                new Dossiers(new AsOf(SampleCounty.known(), LocalDate.of(2026, 6, 10)))
                        .find(number)
                        .orElseThrow();
        assertThat(then.due().orElseThrow()).isAfter(then.day("期限").orElseThrow());
    }

    private Dossier lacking() {
        return all().stream()
                .filter(each -> each.stage().equals("待定措施"))
                .filter(each -> each.due().filter(DAY::isAfter).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<Dossier> all() {
        return dossiers.seen(LedgerKind.RECTIFICATION, sight("mingchuan.duchashi.head"));
    }

    @Test
    @DisplayName("经过按发生先后，更正单列一笔，带号和录时")
    void chain() {
        Dossier dossier =
                all().stream()
                        .filter(each -> each.stage().equals("已销号"))
                        .filter(each -> each.ofType("复发").isEmpty())
                        .findFirst()
                        .orElseThrow();
        List<DossierPage.Step> steps =
                new ChainDrawing(
                                dossier,
                                saying,
                                asOf.known(),
                                ClassedSight.of(asOf.known(), "", asOf.day()))
                        .steps();
        assertThat(steps)
                .extracting(DossierPage.Step::word)
                .startsWith("发现", "定措施")
                .contains("整改", "验收", "销号");
        assertThat(steps.getFirst().receipt().getFirst().pieces()).isNotEmpty();
    }

    @Test
    @DisplayName("销号以后还没有回头看的，案卷写明由谁、哪天以前回头看")
    void owedLater() {
        Dossier closed =
                all().stream()
                        .filter(each -> each.kind() == LedgerKind.RECTIFICATION)
                        .filter(each -> each.laterOwed().isPresent())
                        .findFirst()
                        .orElseThrow();
        Verdict owed = closed.laterOwed().orElseThrow();
        String lede =
                new DossierDrawing(
                                closed, saying, List.of(), closed, List.of(), List.of(), List.of(),
                                List.of())
                        .page(List.of())
                        .heading()
                        .lede()
                        .pieces()
                        .toString();
        assertThat(lede)
                .contains("以后还要办：销号后按期回头看")
                .contains("由" + saying.name(owed.obligation().bearer().orElseThrow().code()) + "办")
                .contains("限" + saying.day(owed.due().orElseThrow()));
    }

    @Test
    @DisplayName("销号那一天不因回头看改变；回头看合格以后没有去办的事")
    void lookedAtAgain() {
        Dossier dossier = all().stream().filter(Dossier::isLookedAt).findFirst().orElseThrow();
        List<DossierKind.Stage> stages =
                Stages.declared(asOf.known().rules(), dossier.kind().recordType(), DAY).reversed();
        DossierPage page =
                new DossierDrawing(
                                dossier, saying, stages, dossier, List.of(), List.of(), List.of(),
                                List.of())
                        .page(List.of());
        assertThat(page.stages().getLast().below())
                .isEqualTo(saying.day(dossier.last("销号").orElseThrow().day()));
        List<DossierPage.Desk> desks =
                new Desks(
                                dossier,
                                saying,
                                "mingchuan.duchashi.head",
                                sight("mingchuan.duchashi.head"),
                                0,
                                Desks.Extending.of(dossier, asOf.known(), DAY, List.of()),
                                java.util.Map.of(),
                                asOf.known().rules().vocabulary(),
                                java.util.Optional.empty())
                        .all(DossierAct.open(dossier, false, false));
        assertThat(desks).isNotEmpty().noneMatch(DossierPage.Desk::main);
    }

    @Test
    @DisplayName("信访案卷的期限从收到和受理算起，题名不露来信人")
    void petitions() {
        List<Dossier> seen = dossiers.seen(LedgerKind.PETITION, sight("mingchuan.xinfangju.head"));
        assertThat(seen).isNotEmpty();
        assertThat(seen)
                .allSatisfy(
                        each ->
                                assertThat(LedgerDrawing.title(each))
                                        .isEqualTo("第" + each.number() + "号信访"));
    }
}
