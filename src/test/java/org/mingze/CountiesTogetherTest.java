package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.CheckingTrail;
import org.mingze.access.Office;
import org.mingze.journal.Entry;
import org.mingze.journal.Evidence;
import org.mingze.journal.Journal;
import org.mingze.journal.VerifyingJournal;

@DisplayName("一台服务两个县：一齐看、一齐记，谁也看不到另一县的一个名字、一个号、一行")
class CountiesTogetherTest {
    private static final int PAGES_EACH = 55;
    private static final List<String> PEOPLE = List.of("p019", "p001", "p008", "p026", "p019");
    private static final List<String> STARTS =
            List.of(
                    "/",
                    "/ledgers/rectification",
                    "/ledgers/petitions",
                    "/records",
                    "/search?words=%E5%AD%A6%E4%B9%A0",
                    "/calendar",
                    "/overview",
                    "/assessments",
                    "/reports",
                    "/reports/round",
                    "/supervision",
                    "/supervision/inspections",
                    "/supervision/talks",
                    "/packets",
                    "/archives",
                    "/reminders",
                    "/meetings",
                    "/readings",
                    "/imports",
                    "/drafts",
                    "/duties",
                    "/duties/due",
                    "/institutions",
                    "/organization",
                    "/records/table.csv",
                    "/records/table.xlsx",
                    "/records/table.docx",
                    "/ledgers/rectification/table.csv",
                    "/ledgers/rectification/table.xlsx",
                    "/account");

    /// Cases of the library are the same for every county and tell of a made-up one.
    private static final Pattern CASES =
            Pattern.compile("<section class=\"part\" id=\"cases\">.*?</section>", Pattern.DOTALL);

    private final Together server = Together.shared();

    @Test
    @DisplayName("十个客户端一齐翻页、下载、记账，每一页每个文件都只有本县的名字")
    void apart() throws Exception {
        List<Callable<List<String>>> clients = new ArrayList<>();
        for (String person : PEOPLE) {
            for (int county : new int[] {Together.FIRST, Together.SECOND}) {
                int seat = clients.size();
                clients.add(() -> new Walk(county, person, seat).faults());
            }
        }
        List<String> faults = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(clients.size())) {
            for (Future<List<String>> done : all.invokeAll(clients)) {
                faults.addAll(done.get());
            }
        }
        assertThat(faults).isEmpty();
        for (int county : new int[] {Together.FIRST, Together.SECOND}) {
            assertThat(
                            server.context
                                    .getBean(VerifyingJournal.class)
                                    .verify(county, java.time.Instant.now()))
                    .isEmpty();
            assertThat(server.context.getBean(CheckingTrail.class).check(county).whole()).isTrue();
        }
    }

    /// One client: it looks at whatever its pages link to, and enters a record now and then.
    private final class Walk {
        private final int county;
        private final String person;
        private final int seat;
        private final Visitor visitor;
        private final Set<String> seen = new LinkedHashSet<>();
        private final List<String> faults = new ArrayList<>();

        Walk(int county, String person, int seat) {
            this.county = county;
            this.person = person;
            this.seat = seat;
            this.visitor = server.visitor(county, person);
        }

        List<String> faults() throws IOException {
            Deque<String> open = new ArrayDeque<>(STARTS);
            List<String> found = new ArrayList<>();
            int entered = 0;
            while (seen.size() < PAGES_EACH && (!open.isEmpty() || !found.isEmpty())) {
                String path =
                        open.isEmpty()
                                ? found.remove((seen.size() * 7919 + seat) % found.size())
                                : open.removeFirst();
                if (seen.add(path)) {
                    found.addAll(links(path));
                }
                if (seen.size() % 15 == 0 && ++entered < 6) {
                    enter(entered);
                }
            }
            return faults;
        }

        private List<String> links(String path) throws IOException {
            Visitor.File file = visitor.file(path);
            if (file.status() >= 500 || (STARTS.contains(path) && file.status() != 200)) {
                faults.add(this + path + " " + file.status());
            }
            String text = CASES.matcher(plain(file.bytes())).replaceAll("");
            for (String name : strange()) {
                if (text.contains(name)) {
                    faults.add(this + path + " 出现了" + name);
                }
            }
            return org.jsoup.Jsoup.parse(new String(file.bytes(), StandardCharsets.UTF_8), "")
                    .select("a[href^=/]")
                    .eachAttr("href")
                    .stream()
                    .filter(href -> !href.startsWith("/assets/"))
                    .map(href -> href.replaceAll("#.*", ""))
                    .filter(href -> !seen.contains(href))
                    .toList();
        }

        private void enter(int number) {
            String topic = own(county) + "专用题目" + seat + "之" + number;
            Visitor.Page made =
                    visitor.send(
                            visitor.get("/records/new/Study"),
                            "form.entry",
                            new Visitor.Answers()
                                    .put("类", "研讨")
                                    .put("题", topic)
                                    .put("日", "2026-06-18"));
            boolean mine = made.text("main").contains(topic);
            if (made.status() != 403 && !(made.path().startsWith("/records/") && mine)) {
                faults.add(this + "没有记下 " + made.status() + " " + made.text("#faults"));
            }
        }

        private Collection<String> strange() {
            Set<String> names =
                    new TreeSet<>(
                            county == Together.FIRST
                                    ? server.renamed.namesOfRenamed()
                                    : server.renamed.namesOfSample());
            names.add(own(3 - county) + "专用题目");
            return names;
        }

        @Override
        public String toString() {
            return (county == Together.FIRST ? "明川县" : RenamedCounty.NAME) + " " + person + " ";
        }
    }

    private static String own(int county) {
        return county == Together.FIRST ? "甲县" : "乙县";
    }

    /// All text of a file, of those in a packed one too; in both encodings that exports have.
    private static String plain(byte[] bytes) throws IOException {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            StringBuilder text = new StringBuilder();
            try (ZipFile zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .get()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                    text.append(plain(zip.getInputStream(entry).readAllBytes()));
                }
            }
            return text.toString();
        }
        return new String(bytes, StandardCharsets.UTF_8)
                + (bytes.length < 200_000 ? new String(bytes, Charset.forName("GB18030")) : "");
    }

    private static void gone(Visitor.Page page, List<String> faults) {
        if (page.status() != 404 || page.title().isEmpty()) {
            faults.add(page.path() + " " + page.status() + " " + page.title());
        }
    }

    @Test
    @DisplayName("另一县的凭据、超出本县账的号、另一县的登录和账号，都说没有")
    void filesNumbersAndSessions() {
        Visitor first = server.visitor(Together.FIRST, "p019");
        Visitor second = server.visitor(Together.SECOND, "p001");
        List<String> faults = new ArrayList<>();
        List<String> files = files();
        assertThat(files).isNotEmpty();
        files.forEach(file -> gone(second.get(file), faults));
        long size = server.ledgers().ask(Together.SECOND, known -> known.size());
        for (String path : List.of("/records/", "/dossiers/")) {
            gone(second.get(path + (size + 500)), faults);
        }
        Visitor security = server.administrator(Together.SECOND, Office.SECURITY);
        Visitor mine = server.administrator(Together.FIRST, Office.SECURITY);
        assertThat(first.get("/account").status()).isEqualTo(200);
        List<String> running =
                mine.get("/administration/security")
                        .document()
                        .select("form[action*=/sessions/]")
                        .eachAttr("action");
        assertThat(running).isNotEmpty();
        for (String session : running) {
            gone(security.post(session, new Visitor.Answers()), faults);
        }
        assertThat(first.get("/account").path()).isEqualTo("/account");
        assertThat(faults).isEmpty();
    }

    /// Addresses of files that records of the first county cite.
    private List<String> files() {
        List<String> files = new ArrayList<>();
        for (Entry entry : server.context.getBean(Journal.class).entries(1, 0, 2018)) {
            for (Evidence.Citation cited : Evidence.citations(entry.content())) {
                files.add("/records/" + entry.number() + "/files/" + cited.digest());
            }
        }
        return files.stream().limit(20).toList();
    }

    @Test
    @DisplayName("登录页先选县；一县的口令开不了另一县同名的账号；记得这个浏览器上次进的县")
    void door() {
        Visitor stranger = Visitor.anonymous(server.address());
        Visitor.Page door = stranger.get("/sign-in");
        assertThat(door.document().select("select[name=county] option").eachText())
                .containsExactly("选一个县", "明川县", RenamedCounty.NAME);
        assertThat(stranger.signIn("p019", server.passphrase(1)).text("[role=alert]"))
                .contains("选哪个县");
        assertThat(Together.signIn(stranger, 2, "p019", server.passphrase(1)).text("[role=alert]"))
                .contains("账号或口令不对");
        assertThat(Together.signIn(stranger, 2, "p019", server.passphrase(2)).path())
                .isEqualTo("/");
        assertThat(stranger.get("/more").text(".brand small")).isEqualTo(RenamedCounty.NAME);
        assertThat(stranger.get("/sign-in?county=1").status()).isEqualTo(200);
        stranger.post("/sign-out", new Visitor.Answers());
        Visitor.Page again = stranger.get("/sign-in");
        assertThat(again.document().select("select[name=county] [selected]").text())
                .isEqualTo(RenamedCounty.NAME);
        assertThat(again.document().select("#samples")).isEmpty();
        assertThat(stranger.get("/sign-in?county=1").document().select("#samples")).isNotEmpty();
    }

    @Test
    @DisplayName("日历订阅的地址只给出做它的那个县")
    void feeds() {
        for (int county : new int[] {Together.FIRST, Together.SECOND}) {
            Visitor visitor = server.visitor(county, "p019");
            Visitor.Page made =
                    visitor.send(
                            visitor.get("/calendar"),
                            "form[action=/calendar/feed]",
                            new Visitor.Answers());
            String address = made.document().select("main").html();
            String path =
                    address.substring(address.indexOf("/calendar/feed/"))
                            .replaceAll("(?s)\\.ics.*", ".ics");
            String feed = Visitor.anonymous(server.address()).get(path).document().wholeText();
            assertThat(feed).contains(county == 1 ? "青石街道" : "白渚街道");
            assertThat(feed).doesNotContain(county == 1 ? "白渚" : "青石");
        }
    }
}
