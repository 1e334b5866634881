package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("换成英文的工具，不换制度的话")
class EnglishWalkTest {
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+");
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

    /// Where the tool speaks: heads, leads, captions, labels and pages with nothing on them.
    private static final String SPOKEN =
            "title, h1, h2, h3, .lede, caption, .label, dt, legend, summary, .blank, .row-why,"
                    + " th, button, .button, .tabs a, nav a, small";

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
    @DisplayName("标题、导语、表名、栏名和空页上不留工具的中文；县里的话在县里的账上和制度里找得到")
    void tells() throws IOException {
        Visitor secretary = Together.shared().visitor(Together.FIRST, "p019");
        secretary.post("/appearance", new Visitor.Answers().put("choose", "language:en"));
        String county = county();
        Set<String> left = new LinkedHashSet<>();
        for (String page : PAGES) {
            for (Element spoken : secretary.get(page).document().select(SPOKEN)) {
                spoken.nodeStream(TextNode.class)
                        .filter(words -> isSpoken((Element) words.parentNode()))
                        .map(TextNode::text)
                        .filter(words -> !ofCounty(words, county))
                        .forEach(words -> left.add(page + " " + words));
            }
        }
        secretary.post("/appearance", new Visitor.Answers().put("choose", "language:zh"));
        assertThat(left).isEmpty();
    }

    /// Not what is chosen or written, nor the duty that a row is about.
    private static boolean isSpoken(Element holder) {
        return holder.closest("option, textarea, .switches, th a, .rule-words") == null;
    }

    /// Whether each run of Chinese in it stands in what the county wrote.
    private static boolean ofCounty(String words, String county) {
        return RUN.matcher(words).results().map(MatchResult::group).allMatch(county::contains);
    }

    /// The name of the product and of the identity provider, the sample and the institutions, and
    /// what other tests of this server recorded.
    private static String county() throws IOException {
        StringBuilder county = new StringBuilder("明\n统一认证\n");
        for (String ledger : List.of("entries", "classed")) {
            county.append(Files.readString(Path.of("samples/mingchuan/" + ledger + ".jsonl")));
        }
        try (Stream<Path> institutions = Files.walk(Path.of("institutions"))) {
            for (Path each : institutions.filter(EnglishWalkTest::isInstitution).toList()) {
                county.append(Files.readString(each));
            }
        }
        return county.append(recorded()).toString();
    }

    private static String recorded() {
        return Together.shared()
                .ledgers()
                .ask(
                        Together.FIRST,
                        known ->
                                known.records().histories().stream()
                                        .map(history -> history.original().fields().toString())
                                        .collect(Collectors.joining("\n")));
    }

    private static boolean isInstitution(Path file) {
        return file.toString().matches(".*\\.(yaml|case)");
    }
}
