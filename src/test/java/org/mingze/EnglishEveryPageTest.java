package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.access.Office;
import org.mingze.journal.Journal;

/// Follows the links of the real application as each role in English, and asks of every clause of
/// Chinese that is left whether the county or an institution wrote it.
@DisplayName("每一页换成英文，留下的中文都是县里和制度的话")
class EnglishEveryPageTest {
    private static final int EACH = 2;

    /// Pages that no link of the sample leads to.
    private static final List<String> BESIDES =
            List.of(
                    "/",
                    "/petitions/new",
                    "/search?words=%E5%8C%97%E4%BA%95%E7%A4%BE%E5%8C%BA",
                    "/organization/acts/1",
                    "/records/new/Meeting",
                    "/records/new/Finding",
                    "/records/new/Document",
                    "/reminders",
                    "/nowhere",
                    "/records/999999",
                    "/institutions/party.study.discipline");

    /// What is chosen, typed or stands as it was written; rules in words are the institution's.
    private static final String QUOTED =
            "option, textarea, script, style, code, .is-found .row-why, .switches, .rule-words, .says,"
                    + " .source, [lang=zh-CN]:not(span)";

    private static final Together TOGETHER = Together.fresh();
    private static final PageAddresses ADDRESSES = new PageAddresses(TOGETHER::bean);
    private static final CountyWords COUNTY =
            CountyWords.of(TOGETHER.ledgers(), TOGETHER.bean(Journal.class), Together.FIRST);

    @AfterAll
    static void close() {
        TOGETHER.context.close();
    }

    @BeforeAll
    static void handsIn() {
        COUNTY.add(HandedIn.words());
        COUNTY.add(Emptied.TYPED);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"p008, 县委办主任", "p019, 街道书记", "SYSTEM, 系统管理员", "SECURITY, 安全管理员", "AUDIT, 审计管理员"})
    void everyPage(String account, String role) {
        Visitor visitor =
                account.startsWith("p0")
                        ? TOGETHER.visitor(Together.FIRST, account)
                        : TOGETHER.administrator(Together.FIRST, Office.valueOf(account));
        visitor.post("/appearance", new Visitor.Answers().put("choose", "language:en"));
        Deque<String> ahead = new ArrayDeque<>(BESIDES);
        Set<String> left = new LinkedHashSet<>();
        if (account.equals("p019")) {
            for (Visitor.Page page : new HandedIn(visitor).pages()) {
                left.addAll(chinese(page, page.path()));
                ahead.add(page.path());
            }
        }
        Set<String> asked = new HashSet<>(ahead);
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Emptied> forms = new LinkedHashMap<>();
        while (!ahead.isEmpty()) {
            String href = ahead.poll();
            seen.merge(ADDRESSES.of(href), 1, Integer::sum);
            Visitor.Page page = visitor.get(href);
            if (page.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
                left.addAll(chinese(page, href));
                links(page)
                        .filter(link -> isNew(ADDRESSES.of(link), seen, ahead))
                        .filter(asked::add)
                        .forEach(ahead::add);
                Emptied.in(page).forEach(form -> forms.putIfAbsent(form.of(ADDRESSES), form));
            }
        }
        forms.values().stream()
                .flatMap(form -> form.answers(visitor))
                .forEach(page -> left.addAll(chinese(page, "POST " + page.path())));
        visitor.post("/appearance", new Visitor.Answers().put("choose", "language:zh"));
        assertThat(seen).as("走到的页").hasSizeGreaterThan(3);
        assertThat(left).isEmpty();
    }

    /// The Chinese that nobody of the county wrote, and a page that says it is in another language.
    private static List<String> chinese(Visitor.Page page, String href) {
        Stream<String> words =
                Stream.concat(spoken(page.document().body()), Stream.of(page.document().title()))
                        .filter(each -> !COUNTY.wrote(each) && !HandedIn.quotes(each));
        String said = page.document().select("html").attr("lang");
        Stream<String> languages =
                page.headers().allValues("content-language").stream()
                        .filter(language -> !language.equals(said))
                        .map(language -> language + " on a page in " + said);
        return Stream.concat(words, languages).map(each -> each + "　" + href).toList();
    }

    private static Stream<String> spoken(Element body) {
        return body.select("*").stream()
                .filter(each -> each.closest(QUOTED) == null)
                .flatMap(
                        each ->
                                Stream.concat(
                                        each.textNodes().stream().map(TextNode::text),
                                        Stream.of("aria-label", "placeholder", "title")
                                                .map(each::attr)));
    }

    /// Whether fewer pages than enough of the address were opened or lie ahead.
    private boolean isNew(String address, Map<String, Integer> seen, Deque<String> ahead) {
        long waiting = ahead.stream().filter(href -> ADDRESSES.of(href).equals(address)).count();
        return !address.isEmpty() && seen.getOrDefault(address, 0) + waiting < EACH;
    }

    /// In a masked copy names are cut, which nobody wrote so.
    private static Stream<String> links(Visitor.Page page) {
        return page.document().select("a[href^=/]").stream()
                .map(link -> link.attr("href").replaceFirst("#.*", ""))
                .filter(href -> !href.contains("masked"))
                .distinct();
    }
}
