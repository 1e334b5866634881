package org.mingze.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.database.TestDatabase;
import org.mingze.web.Blank;
import org.mingze.web.Browser;
import org.mingze.web.NotFound;
import org.mingze.web.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.flyway.enabled=false", "mingze.home=target/door-home"})
@DisplayName("进门、换岗、显示和差错页")
class DoorTest {
    private static final String PASSWORD = "南桥北井石磨柳巷-62";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"org.mingze.web", "org.mingze.access"})
    static class Application {
        private final TestDatabase database = TestDatabase.fresh();

        @Bean
        DataSource dataSource() {
            return database.application();
        }

        @Bean
        Counties counties() {
            return () -> List.of(new County(1, "明川县", true));
        }

        @Bean
        PostsHeld postsHeld() {
            return new PostsHeld() {
                @Override
                public List<HeldPost> of(int county, String person, LocalDate day) {
                    return person.equals("p001")
                            ? List.of(
                                    new HeldPost("qingshi.secretary", "青石街道党工委书记"),
                                    new HeldPost("group.deputy", "改造领导小组副组长"))
                            : List.of();
                }

                @Override
                public List<Named> peopleNamed(int county, String words, LocalDate day) {
                    return List.of();
                }

                @Override
                public List<Named> peopleCalled(
                        int county, String name, List<String> told, LocalDate day) {
                    return List.of();
                }

                @Override
                public List<HeldPost> postsNamed(int county, String words, LocalDate day) {
                    return List.of();
                }

                @Override
                public Optional<Lost> lostBy(int county, String person, LocalDate day) {
                    return Optional.empty();
                }

                @Override
                public String postNameOf(int county, String post, LocalDate day) {
                    return post;
                }

                @Override
                public String nameOf(int county, String person) {
                    return person.equals("p001") ? "周砚田" : "何允中";
                }
            };
        }

        @Bean
        SamplePeople samplePeople() {
            return _ -> List.of(new SignInPage.Sample("zhouyantian", "周砚田", "青石街道党工委书记"));
        }

        @Bean
        PlaceTallies tallies() {
            return _ -> Map.of(Place.TODAY, 3);
        }
    }

    @Controller
    static class TodayController {
        @GetMapping("/")
        ModelAndView today(Officer officer) {
            return new ModelAndView(
                    "web/blank",
                    Map.of(
                            "blank",
                            new Blank(
                                    officer.name() + officer.post().name(),
                                    "",
                                    java.util.Optional.empty())));
        }

        @GetMapping("/lost")
        String lost() {
            throw new NotFound("没有第9号记录", "从今日找。");
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("broken on purpose");
        }
    }

    @LocalServerPort int port;

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        accounts.create(1, "p001", "zhouyantian", PASSWORD);
        accounts.create(1, "p002", "heyunzhong", PASSWORD);
    }

    @Test
    @DisplayName("不用脚本也能登录、换岗、改显示、退出")
    void withoutScripts() {
        try (Browser browser = Browser.start()) {
            Page page = browser.windowWithoutScripts(1280, 900);
            List<String> failed = watch(page);
            page.navigate(at("/more"));
            assertThat(page.title()).isEqualTo("登录 · 明责");
            page.click("text=zhouyantian");
            page.fill("#password", "不对的口令");
            page.click("button:has-text('登录')");
            assertThat(page.title()).startsWith("有错：");
            assertThat(page.textContent("#password-fault")).contains("还可以试4次");
            assertThat(page.textContent("#faults")).contains("还可以试4次");
            assertThat(page.inputValue("#account")).isEqualTo("zhouyantian");
            page.fill("#password", PASSWORD);
            page.click("button:has-text('登录')");
            assertThat(page.url()).as("back to the page that was asked for").contains("/more");
            assertThat(page.textContent(".rail .post summary")).contains("周砚田").contains("党工委书记");

            page.click(".rail .post summary");
            page.click(".rail .posts button:has-text('副组长')");
            assertThat(page.content()).contains("周砚田改造领导小组副组长");

            page.navigate(at("/more"));
            page.click(".rail-foot button:has-text('深色')");
            assertThat(page.getAttribute("html", "data-theme")).isEqualTo("dark");
            page.click(".rail-foot button:has-text('大字')");
            assertThat(page.getAttribute("html", "data-size")).isEqualTo("large");
            assertThat(page.url()).endsWith("/more");
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/more-dark-large.png")));

            page.click("main button:has-text('退出')");
            assertThat(page.textContent("form [role=status]")).contains("已退出");
            page.navigate(at("/more"));
            assertThat(page.title()).isEqualTo("登录 · 明责");
            assertThat(failed).isEmpty();
        }
    }

    @Test
    @DisplayName("差错页说发生了什么，样式齐全，没有被策略拦下的东西")
    void errors() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(390, 844, true);
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(
                    message -> {
                        if (message.text().contains("Content Security Policy")) {
                            console.add(message.text());
                        }
                    });
            page.onPageError(console::add);
            signIn(page, "zhouyantian");
            assertThat(answer(page, "/lost")).isEqualTo(404);
            assertThat(page.textContent("h1")).isEqualTo("没有第9号记录");
            assertThat(answer(page, "/nowhere")).isEqualTo(404);
            assertThat(page.textContent("h1")).isEqualTo("没有这一页");
            assertThat(answer(page, "/broken")).isEqualTo(500);
            assertThat(page.textContent("main")).contains("已入账的记录没有变").doesNotContain("purpose");
            assertThat(console).isEmpty();
        }
    }

    @Test
    @DisplayName("没有岗位的人看到找谁，而不是一片空白")
    void withoutPost() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1280, 900, false);
            Response response = signIn(page, "heyunzhong");
            assertThat(response.status()).isEqualTo(403);
            assertThat(page.textContent("main")).contains("你今天没有任何岗位").contains("组织人事部门");
        }
    }

    private Response signIn(Page page, String account) {
        page.navigate(at("/sign-in"));
        page.fill("#account", account);
        page.fill("#password", PASSWORD);
        return page.waitForResponse(
                response -> response.url().equals(at("/")) || response.url().contains("/?"),
                () -> page.click("button:has-text('登录')"));
    }

    private int answer(Page page, String path) {
        return java.util.Objects.requireNonNull(page.navigate(at(path))).status();
    }

    private static List<String> watch(Page page) {
        List<String> failed = new ArrayList<>();
        page.onResponse(
                response -> {
                    if (response.status() >= 400) {
                        failed.add(response.status() + " " + response.url());
                    }
                });
        return failed;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
