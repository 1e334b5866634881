package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("换成英文的工具，不换制度的话")
class EnglishWalkTest {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/duties",
                    "/records",
                    "/records/new/Meeting",
                    "/ledgers/rectification",
                    "/ledgers/petitions",
                    "/ledgers/assignments",
                    "/petitions/new",
                    "/supervision",
                    "/supervision/inspections",
                    "/supervision/talks",
                    "/overview",
                    "/assessments",
                    "/meetings",
                    "/calendar",
                    "/search",
                    "/reminders",
                    "/packets",
                    "/archives",
                    "/reports",
                    "/reports/round",
                    "/readings",
                    "/imports",
                    "/institutions",
                    "/drafts",
                    "/duty-lists",
                    "/holidays",
                    "/organization",
                    "/organization/acts",
                    "/organization/handovers",
                    "/account",
                    "/more",
                    "/nowhere",
                    "/records/999999",
                    "/records/new",
                    "/records/new/Finding",
                    "/records/new/Document",
                    "/institutions/party.study.discipline");

    @Test
    @DisplayName("按一下EN，去处、按钮和表头都是英文；岗位、姓名、条文仍是中文并标明；再按一下换回来")
    void switches() {
        Visitor secretary = RunningMingze.shared().visitor("周砚田");
        Visitor.Page chinese = secretary.get("/");
        assertThat(chinese.document().select("html").attr("lang")).isEqualTo("zh-CN");
        Visitor.Page today =
                secretary.post("/appearance", new Visitor.Answers().put("choose", "language:en"));
        assertThat(today.document().select("html").attr("lang")).isEqualTo("en");
        assertThat(today.text("nav.places")).contains("Today", "Duties", "Meetings");
        assertThat(today.document().select("[lang=zh-CN]").eachText()).contains("青石街道党工委书记");
        List<String> left = new ArrayList<>();
        for (String page : PAGES) {
            for (Element each :
                    secretary
                            .get(page)
                            .document()
                            .select(
                                    "nav.places a, .tabs a, th[scope=col], .button, button[type=submit]")) {
                if (each.text().matches(".*\\p{IsHan}.*") && each.select("[lang]").isEmpty()) {
                    left.add(page + " " + each.text());
                } else if (!each.attr("lang").equals("zh-CN")
                        && each.ownText().isEmpty()
                        && each.select("[lang=zh-CN]").text().equals(each.text())
                        && each.text().matches(".*\\p{IsHan}.*")) {
                    left.add(page + " " + each.text());
                }
            }
        }
        assertThat(left).isEmpty();
        secretary.post("/appearance", new Visitor.Answers().put("choose", "language:zh"));
        assertThat(secretary.get("/").text("nav.places")).contains("今日", "职责");
    }

    @Test
    @DisplayName("每张登记的表，栏名和没填对的话都是英文，说到栏名也用同一个英文")
    void agrees() {
        Visitor clerk = RunningMingze.shared().account("p019");
        clerk.post("/appearance", new Visitor.Answers().put("choose", "language:en"));
        List<String> forms = new ArrayList<>(List.of("/petitions/new"));
        clerk.get("/records/new?all=1").document().select("a[href^=/records/new/]").stream()
                .map(link -> link.attr("href").replaceFirst("[?#].*", ""))
                .distinct()
                .forEach(forms::add);
        List<String> left = new ArrayList<>();
        for (String form : forms) {
            Emptied.in(clerk.get(form))
                    .flatMap(each -> each.answers(clerk))
                    .flatMap(
                            page -> page.document().select("main .label, .fault, #faults").stream())
                    .map(each -> each.text().replace(Emptied.TYPED, ""))
                    .filter(words -> words.matches("(?s).*\\p{IsHan}.*"))
                    .forEach(words -> left.add(form + " " + words));
        }
        clerk.post("/appearance", new Visitor.Answers().put("choose", "language:zh"));
        assertThat(forms).hasSizeGreaterThan(20);
        assertThat(left).isEmpty();
    }
}
