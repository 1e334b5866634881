package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.web.Requests;

@DisplayName("存心试：会话、跳转、缓存")
class AdversaryTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("登录后换了会话号，先前塞给别人的会话号进不来；令牌也换了")
    void fixation() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient client =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        String before = get(client, "/sign-in");
        String planted = session(cookies);
        String token = Jsoup.parse(before).select("input[name=_csrf]").attr("value");
        client.send(
                HttpRequest.newBuilder(URI.create(mingze.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "account=p040&password="
                                                + encoded(mingze.passphrase())
                                                + "&_csrf="
                                                + encoded(token)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(get(client, "/account")).contains("我的账号");
        assertThat(session(cookies)).isNotEqualTo(planted);
        HttpResponse<String> stranger =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(mingze.address() + "/account"))
                                        .header("Cookie", "JSESSIONID=" + planted)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("同一浏览器换人登录，前一个人的登录就结束，选过的岗位也不带过去")
    void nextPerson() {
        Visitor elsewhere = mingze.account("p040");
        int others = sessionsOf(elsewhere);
        Visitor browser = Visitor.anonymous(mingze.address());
        browser.signIn("p040", mingze.passphrase());
        assertThat(sessionsOf(elsewhere)).isEqualTo(others + 1);
        browser.signIn("p043", mingze.passphrase());
        assertThat(browser.get("/account").text(".facts")).contains("p043");
        assertThat(sessionsOf(elsewhere)).isEqualTo(others);
    }

    /// How many others of its sessions an account may end.
    private static int sessionsOf(Visitor visitor) {
        return visitor.get("/account").document().select("form[action*=/account/sessions/]").size();
    }

    @Test
    @DisplayName("回到哪里只认本站的地址，夹了制表、换行、反斜线的不认")
    void redirects() {
        for (String address :
                List.of(
                        "//evil.example",
                        "/\t/evil.example",
                        "/\n/evil.example",
                        "/\r//evil.example",
                        "\\/evil.example",
                        "/\\evil.example",
                        "https://evil.example",
                        "javascript:alert(1)")) {
            assertThat(Requests.inside(address)).as(address).isEqualTo("/");
        }
        assertThat(Requests.inside("/records?q=//x")).isEqualTo("/records?q=//x");
    }

    @Test
    @DisplayName("业务页、表格、附件、报告都不让浏览器和代理留下")
    void caches() {
        Visitor visitor = mingze.account("p019");
        List<String> kept = new ArrayList<>();
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/records",
                                "/records/table.csv",
                                "/records/table.xlsx",
                                "/ledgers/rectification/table.xlsx",
                                "/reports/duty.docx",
                                "/reports/duty.pdf",
                                "/calendar",
                                "/account",
                                "/records/999999999"));
        paths.addAll(files());
        for (String path : paths) {
            Visitor.Page page = visitor.get(path);
            String said = String.join(",", page.headers().allValues("Cache-Control"));
            if (!said.contains("no-store")) {
                kept.add(path + " " + page.status() + " " + said);
            }
        }
        assertThat(kept).isEmpty();
    }

    /// Files that records of the sample cite.
    private List<String> files() {
        List<String> files = new ArrayList<>();
        mingze.bean(org.mingze.journal.Journal.class)
                .entries(1, 0, 2018)
                .forEach(
                        entry ->
                                org.mingze.journal.Evidence.citations(entry.content())
                                        .forEach(
                                                cited ->
                                                        files.add(
                                                                "/records/"
                                                                        + entry.number()
                                                                        + "/files/"
                                                                        + cited.digest())));
        assertThat(files).isNotEmpty();
        return files.stream().limit(8).toList();
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(mingze.address() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String session(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
