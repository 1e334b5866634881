package org.mingze.office.reorganizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;

@DisplayName("机构的事从网页办：写、看一遍、一起入账")
class ReorganizingWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor office = mingze.account("p008");
    private final Visitor secretary = mingze.account("p019");
    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);

    private <T> T ask(Function<Organization, T> question) {
        return mingze.bean(CountyLedgers.class)
                .ask(1, known -> question.apply(known.organization()));
    }

    private Optional<String> holder(String post, LocalDate day) {
        return ask(organization -> organization.holder(post, day));
    }

    private static long size() {
        return RunningMingze.shared().bean(CountyLedgers.class).ask(1, known -> known.size());
    }

    private Page enter(Visitor visitor, String deed, Answers answers) {
        Page form = visitor.get("/organization/acts/" + deed);
        Page review = visitor.send(form, "form[action=/organization/acts/" + deed + "]", answers);
        assertThat(review.title()).as(review.text("#faults, main")).isEqualTo("看一遍再入账");
        Page again = visitor.get(review.document().select(".head a:matchesOwn(^改$)").attr("href"));
        assertThat(again.document().select("[name=basis], [name=reason]").val())
                .isEqualTo(review.document().select("[name=basis], [name=reason]").val())
                .isNotEmpty();
        return visitor.send(review, "form[action=/organization/acts/" + deed + "]", new Answers());
    }

    @Test
    @DisplayName("分设、更名、划转、并入：每件几笔一起入账，昨天的机构不变")
    void reorganizes() {
        LocalDate before = today.minusDays(1);
        Set<String> yesterday = names(before);
        enter(
                office,
                "split",
                new Answers().put("body", "青石街道党工委").put("name", "青石街道平安办").put("basis", "试验一号"));
        assertThat(names(today)).contains("青石街道平安办");
        enter(
                office,
                "rename",
                new Answers().put("body", "青石街道平安办").put("name", "青石街道平安法治办").put("basis", "试验二号"));
        assertThat(names(today)).contains("青石街道平安法治办").doesNotContain("青石街道平安办");
        enter(
                office,
                "post",
                new Answers()
                        .put("body", "青石街道平安法治办")
                        .put("name", "平安法治办主任")
                        .put("title", "内设负责人")
                        .put("basis", "试验三号"));
        enter(
                office,
                "merge",
                new Answers().put("body", "青石街道平安法治办").put("into", "青石街道党工委").put("basis", "试验四号"));
        assertThat(names(today)).doesNotContain("青石街道平安法治办");
        Post moved =
                ask(
                        organization ->
                                organization
                                        .post(
                                                organization
                                                        .findPost("平安法治办主任", today)
                                                        .orElseThrow(),
                                                today)
                                        .orElseThrow());
        assertThat(moved.body()).isEqualTo("qingshi.gongwei");
        assertThat(names(before)).isEqualTo(yesterday);
    }

    @Test
    @DisplayName("设机构、撤机构：新机构按写明的类别和层级归到上级；还有下级、有人任岗的撤不了，说先办什么")
    void establishes() {
        Answers told = new Answers().put("name", "青石街道试办中心").put("under", "青石街道党工委");
        Page form = office.get("/organization/acts/establishment");
        assertThat(form.document().select("#f-kind-known option").eachAttr("value"))
                .contains(body("qingshi.gongwei").kind());
        String misspelt = "内设的机构";
        Page warned =
                office.send(
                        form,
                        "form[action$=establishment]",
                        new Answers()
                                .put("name", "青石街道试办中心")
                                .put("under", "青石街道党工委")
                                .put("kind", misspelt)
                                .put("level", "乡镇街道")
                                .put("basis", "试验"));
        assertThat(warned.text("main")).contains("本县没有别的" + misspelt);
        enter(
                office,
                "establishment",
                told.put("kind", "内设机构").put("level", "乡镇街道").put("basis", "试验三十一号"));
        Body set = body(ask(known -> known.findBody("青石街道试办中心", today).orElseThrow()));
        assertThat(set.kind()).isEqualTo("内设机构");
        assertThat(set.level()).contains("乡镇街道");
        assertThat(set.parent()).contains("qingshi.gongwei");
        Answers post = new Answers().put("body", "青石街道试办中心").put("name", "试办中心主任");
        enter(office, "post", post.put("title", "内设负责人").put("basis", "试验三十二号"));
        assertThat(closing("qingshi.gongwei")).contains("下面还有", "先划转");
        String lowest =
                ask(
                        known ->
                                known.bodies(today).stream()
                                        .map(Body::code)
                                        .filter(code -> known.subordinates(code, today).isEmpty())
                                        .filter(
                                                code ->
                                                        known.postsIn(code, today).stream()
                                                                .map(Post::code)
                                                                .anyMatch(
                                                                        each ->
                                                                                known.holder(
                                                                                                each,
                                                                                                today)
                                                                                        .isPresent()))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(closing(lowest)).contains("先办卸任");
        Visitor supervisor = mingze.account("p011");
        Answers assigning = new Answers().put("类", "督查交办").put("内容", "试办交办");
        Page assigned =
                supervisor.send(
                        supervisor.get("/records/new/Assignment"),
                        "form.entry",
                        assigning.put("责任单位", set.code()).put("期限", "2027-03-26"));
        assertThat(closing(set.code())).contains("还有第", "1件没办完", "并入");
        act(
                "撤销",
                Map.of(
                        "原",
                        new Content.Text(assigned.path().replaceAll("\\D", "")),
                        "因",
                        new Content.Text("试验")));
        Page done =
                enter(
                        office,
                        "closure",
                        new Answers().put("body", "青石街道试办中心").put("basis", "试验三十三号"));
        assertThat(done.text(".notice")).contains("撤机构入账2笔");
        assertThat(names(today)).doesNotContain("青石街道试办中心");
        assertThat(post("试办中心主任", today)).isEmpty();
    }

    @Test
    @DisplayName("已经决定、还没到日子的变动先入账，到那天自己生效；一年以后的到时候再办")
    void isDatedAhead() {
        LocalDate ahead = today.plusDays(20);
        Page far =
                office.send(
                        office.get("/organization/acts/rename"),
                        "form[action$=rename]",
                        new Answers()
                                .put("body", "青石街道党工委")
                                .put("name", "青石街道工委")
                                .put("day", today.plusYears(2).toString())
                                .put("basis", "试验"));
        assertThat(far.text("#faults")).contains("不能晚于一年以后");
        Page done =
                enter(
                        office,
                        "post",
                        new Answers()
                                .put("body", "青石街道党工委")
                                .put("name", "青石街道明年岗")
                                .put("title", "科员")
                                .put("day", ahead.toString())
                                .put("basis", "试验三十四号"));
        assertThat(done.text(".notice")).contains("设岗入账1笔");
        assertThat(post("青石街道明年岗", today)).isEmpty();
        assertThat(post("青石街道明年岗", ahead)).isPresent();
        assertThat(office.get("/organization?day=" + ahead).status()).isEqualTo(200);
        enter(
                office,
                "abolition",
                new Answers()
                        .put("post", "青石街道明年岗")
                        .put("day", ahead.toString())
                        .put("basis", "试验三十五号"));
        assertThat(post("青石街道明年岗", ahead)).isEmpty();
    }

    private String closing(String body) {
        Page refused =
                office.send(
                        office.get("/organization/acts/closure"),
                        "form[action$=closure]",
                        new Answers().put("body", body).put("basis", "试验"));
        return refused.text("#faults");
    }

    private Body body(String code) {
        return ask(known -> known.body(code, today).orElseThrow());
    }

    private Optional<String> post(String name, LocalDate day) {
        return ask(known -> known.findPost(name, day));
    }

    @Test
    @DisplayName("更名以后，督查页上就是新名字")
    void isNamedAnewOnTheBoard() {
        Visitor supervisor = mingze.account("p011");
        assertThat(supervisor.get("/supervision").text("main")).contains("石磨村");
        rename("石磨村", "石磨新村");
        try {
            assertThat(supervisor.get("/supervision").text("main")).contains("石磨新村");
        } finally {
            rename("石磨新村", "石磨村");
        }
    }

    private void rename(String body, String name) {
        enter(
                office,
                "rename",
                new Answers().put("body", body).put("name", name).put("basis", "试验五号"));
    }

    @Test
    @DisplayName("没有的机构、没写依据、并入自己，都在栏边说怎么改，一笔都不入")
    void refuses() {
        long before = size();
        Page form = office.get("/organization/acts/merge");
        Page wrong =
                office.send(
                        form,
                        "form[action$=merge]",
                        new Answers().put("body", "没有的街道").put("into", "青石街道党工委"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("#faults")).contains("写明依据");
        Page self =
                office.send(
                        form,
                        "form[action$=merge]",
                        new Answers()
                                .put("body", "青石街道党工委")
                                .put("into", "青石街道党工委")
                                .put("basis", "试验"));
        assertThat(self.text("#faults")).contains("不能并入它自己");
        assertThat(secretary.get("/organization/acts/merge").status()).isEqualTo(403);
        assertThat(size()).isEqualTo(before);
    }

    private String refused(String deed, Answers answers) {
        Page form = office.get("/organization/acts/" + deed);
        return office.send(
                        form,
                        "form[action=/organization/acts/" + deed + "]",
                        answers.put("basis", "试验"))
                .text("#faults");
    }

    @Test
    @DisplayName("一张表上的错一次说全：没有的两个机构、没写的依据；卸任的表只说任到哪天")
    void tellsAllFaultsAtOnce() {
        Page form = office.get("/organization/acts/merge");
        Page faulty =
                office.send(
                        form,
                        "form[action$=merge]",
                        new Answers().put("body", "没有这个局").put("into", "没有那个局"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text("#faults")).contains("没有这个局", "没有那个局", "写明依据的文号");
        Page departure = office.get("/organization/acts/departure");
        assertThat(departure.text("main")).contains("任到哪天").doesNotContain("从哪天起");
    }

    @Test
    @DisplayName("更名、分设、设岗用了别的机构或岗位的名字，说是哪一个、怎么改；划到自己的下级之下，说的是名字")
    void namesNoTwoAlike() {
        long before = size();
        String taken = "这一天已有机构“青石街道党工委”，编号qingshi.gongwei；换一个名字";
        assertThat(refused("rename", new Answers().put("body", "石磨村").put("name", "青石街道党工委")))
                .contains(taken);
        assertThat(refused("split", new Answers().put("body", "石磨村").put("name", "青石街道党工委")))
                .contains(taken);
        Post post = ask(known -> known.postsIn("qingshi.gongwei", today).getFirst());
        Answers again = new Answers().put("body", "青石街道党工委").put("title", "科员");
        assertThat(refused("post", again.put("name", post.name())))
                .contains("青石街道党工委已有岗位“" + post.name() + "”");
        Body below = ask(known -> known.subordinates("qingshi.gongwei", today).getFirst());
        assertThat(
                        refused(
                                "transfer",
                                new Answers().put("body", "青石街道党工委").put("under", below.code())))
                .contains("“" + below.name() + "”在“青石街道党工委”之下");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("撤岗：有人任的不撤，说由谁任、先办卸任；空缺的撤了，机构页上就没有")
    void abolishes() {
        String held = ask(known -> known.postsOf("p046", today).getFirst().name());
        String holder = ask(known -> known.person("p046").orElseThrow().name());
        Page refused =
                office.send(
                        office.get("/organization/acts/abolition"),
                        "form[action$=abolition]",
                        new Answers().put("post", held).put("basis", "试验"));
        assertThat(refused.text("#faults")).contains("由" + holder + "任", "先办卸任");
        enter(
                office,
                "post",
                new Answers()
                        .put("body", "青石街道党工委")
                        .put("name", "青石街道空岗")
                        .put("title", "科员")
                        .put("basis", "试验十五号"));
        Page done =
                enter(
                        office,
                        "abolition",
                        new Answers().put("post", "青石街道空岗").put("basis", "试验十六号"));
        assertThat(done.text(".notice")).contains("撤岗入账1笔");
        Optional<String> gone = ask(known -> known.findPost("青石街道空岗", today));
        assertThat(gone).isEmpty();
        assertThat(secretary.get("/organization/acts/abolition").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("任职和卸任；自己的岗位自己委托，别人的不行")
    void appoints() {
        enter(
                office,
                "post",
                new Answers()
                        .put("body", "青石街道党工委")
                        .put("name", "青石街道试岗")
                        .put("title", "科员")
                        .put("basis", "试验五号"));
        enter(
                office,
                "appointment",
                new Answers().put("person", "p026").put("post", "青石街道试岗").put("basis", "试验六号"));
        String post = ask(organization -> organization.findPost("青石街道试岗", today).orElseThrow());
        assertThat(holder(post, today)).contains("p026");
        Page asked = office.get("/organization/acts/appointment");
        assertThat(asked.document().select("datalist#f-post-known option").eachAttr("value"))
                .contains("青石街道试岗");
        Page replacing =
                office.send(
                        office.get("/organization/acts/appointment"),
                        "form[action$=appointment]",
                        new Answers()
                                .put("person", "p027")
                                .put("post", "青石街道试岗")
                                .put("basis", "试验"));
        String holding = ask(known -> known.person("p026").orElseThrow().name());
        assertThat(replacing.text("main")).contains("任青石街道试岗，接替" + holding);
        enter(office, "departure", new Answers().put("post", "青石街道试岗").put("basis", "试验七号"));
        assertThat(holder(post, today.plusDays(1))).isEmpty();
        String own = secretary.get("/").text(".rail .post summary b");
        Page done =
                enter(
                        secretary,
                        "delegation",
                        new Answers().put("post", own).put("to", "青石街道试岗").put("basis", "试验八号"));
        assertThat(done.text(".notice")).contains("委托入账1笔");
        String record = done.document().select(".notice a").attr("href");
        assertThat(secretary.get(record).text("h1")).contains("“青石街道试岗”代“" + own + "”办");
        assertThat(office.get("/organization/acts").text("#past ~ *, main"))
                .contains("“青石街道试岗”代“" + own + "”办", "试验八号");
        assertThat(secretary.get("/").text("section[aria-labelledby=delegated]"))
                .contains("已委托“青石街道试岗”代办", "到收回为止");
    }

    @Test
    @DisplayName("没有委托的岗位打开收回委托，说没有可以收回的，不给空的单子")
    void hasNothingToTakeBack() {
        Page nothing = mingze.account("p044").get("/organization/acts/withdrawal");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.text("main")).contains("没有可以收回的委托");
        assertThat(nothing.document().select("main select, main form button")).isEmpty();
    }

    @Test
    @DisplayName("委托提前收回：写明哪天和原因；受托的人在每个岗位上都看得到，别的岗位收不回")
    void takesBack() {
        String held = ask(known -> known.postsOf("p046", today).getFirst().name());
        enter(
                office,
                "post",
                new Answers()
                        .put("body", "青石街道党工委")
                        .put("name", "青石街道兼岗")
                        .put("title", "科员")
                        .put("basis", "试验十一号"));
        enter(
                office,
                "appointment",
                new Answers().put("person", "p046").put("post", "青石街道兼岗").put("basis", "试验十二号"));
        String own = secretary.get("/").text(".rail .post summary b");
        for (String to : List.of(held, "青石街道兼岗")) {
            enter(
                    secretary,
                    "delegation",
                    new Answers().put("post", own).put("to", to).put("basis", "试验十三号"));
        }
        Visitor delegate = mingze.account("p046");
        String told = delegate.get("/").text("section[aria-labelledby=delegated]");
        assertThat(told).contains("“青石街道兼岗”代“" + own + "”办");
        assertThat(told.split("在代", -1)).hasSizeGreaterThan(2);
        String branch = "/organization/branch?body=qingshi.gongwei";
        assertThat(office.get(branch).text("li")).contains("“青石街道兼岗”代办");
        Page mine = secretary.get("/");
        String back =
                mine.document()
                        .select("section[aria-labelledby=delegated] li:contains(青石街道兼岗) a.button")
                        .attr("href");
        Page refused = delegate.get(back);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("由委托的岗位自己办");
        Page form = secretary.get(back);
        String button = "form[action$=withdrawal]";
        assertThat(secretary.send(form, button, new Answers()).text("#faults")).contains("写明原因");
        Page review = secretary.send(form, button, new Answers().put("reason", "回岗"));
        Page done = secretary.send(review, button, new Answers());
        assertThat(done.text(".notice")).contains("收回委托入账1笔");
        Page record = secretary.get(done.document().select(".notice a").attr("href"));
        assertThat(record.text("h1")).contains("收回：“青石街道兼岗”代“" + own + "”办");
        assertThat(record.text("main")).contains("回岗");
        String given =
                record.document()
                        .select("main a[href^=/organization/acts/]")
                        .eachAttr("href")
                        .getLast();
        assertThat(secretary.get(given).text("h1"))
                .contains(today.getMonthValue() + "月" + today.getDayOfMonth() + "日收回");
        assertThat(delegate.get("/").text("section[aria-labelledby=delegated]")).contains("收回，因回岗");
        assertThat(secretary.get("/").text("section[aria-labelledby=delegated]"))
                .contains("收回，因回岗");
        assertThat(office.get(branch).text("li")).doesNotContain("“青石街道兼岗”代办");
        Page again = secretary.send(form, button, new Answers().put("reason", "再收"));
        assertThat(again.text("#faults")).contains("已经到期、收回");
    }

    @Test
    @DisplayName("卸了最后一个岗位的人，今日说从哪天起没有岗位、有什么要移交，还能移交；别的页写明为什么不能看")
    void leaves() {
        String post = ask(known -> known.postsOf("p045", today).getFirst().code());
        String name = ask(known -> known.person("p045").orElseThrow().name());
        Visitor leaver = mingze.account("p045");
        String yesterday = today.minusDays(1).toString();
        enter(
                office,
                "departure",
                new Answers().put("post", post).put("day", yesterday).put("basis", "试验九号"));
        try {
            Page now = leaver.get("/");
            assertThat(now.text("h1")).isEqualTo("你现在没有岗位");
            assertThat(now.text(".blank")).contains("为止", "移交");
            assertThat(now.document().select("nav.places a").eachAttr("href"))
                    .as("去处只有他打得开的")
                    .containsExactly("/", "/account");
            assertThat(now.text("form.posts")).contains("现在没有岗位", "组织人事部门");
            assertThat(now.document().select("a[href=/records/new], a[href=/search]")).isEmpty();
            Page handing = leaver.get("/organization/handovers");
            assertThat(handing.document().select("main a[href^=/duties]")).isEmpty();
            Page handed =
                    leaver.send(
                            handing,
                            "form[action$=handovers]",
                            new Answers().put("to", "p026").put("signature", name));
            assertThat(handed.text(".notice")).contains("已移交");
            Page refused = leaver.get("/records");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("main")).contains("你现在没有岗位", "能移交没办完的", "组织人事部门");
        } finally {
            enter(
                    office,
                    "appointment",
                    new Answers().put("person", "p045").put("post", post).put("basis", "试验十号"));
        }
    }

    @Test
    @DisplayName("岗位撤销了，原来任这个岗的人还能移交没办完的")
    void handsOverWhatAnAbolishedPostOwed() {
        String person =
                ask(
                        known ->
                                known.people().stream()
                                        .map(Person::code)
                                        .filter(code -> code.compareTo("p047") >= 0)
                                        .filter(code -> known.postsOf(code, today).size() == 1)
                                        .findFirst()
                                        .orElseThrow());
        String post = ask(known -> known.postsOf(person, today).getFirst().code());
        String title = ask(known -> known.post(post, today).orElseThrow().name());
        String name = ask(known -> known.person(person).orElseThrow().name());
        String body = ask(known -> known.post(post, today).orElseThrow().body());
        Visitor leaver = mingze.account(person);
        Visitor supervisor = mingze.account("p011");
        Answers assigning = new Answers().put("类", "督查交办").put("内容", "试验十四号交办");
        supervisor.send(
                supervisor.get("/records/new/Assignment"),
                "form.entry",
                assigning.put("责任单位", body).put("责任人", post).put("期限", "2027-03-26"));
        assertThat(leaver.get("/organization/handovers").text("main")).contains("按交办的期限反馈");
        long abolished =
                act("撤销岗位", Map.of("岗", new Content.Text(post), "据", new Content.Text("试验十四号")));
        try {
            Page now = leaver.get("/");
            assertThat(now.text("h1")).isEqualTo("你现在没有岗位");
            assertThat(now.text(".blank")).contains("你任“" + title + "”到", "移交");
            Page handing = leaver.get("/organization/handovers");
            assertThat(handing.text("main")).contains("按交办的期限反馈");
            Page handed =
                    leaver.send(
                            handing,
                            "form[action$=handovers]",
                            new Answers().put("to", "p026").put("signature", name));
            assertThat(handed.text(".notice")).contains("已移交");
            assertThat(handed.text("main table")).contains(title);
        } finally {
            act(
                    "撤销",
                    Map.of(
                            "原",
                            new Content.Text(Long.toString(abolished)),
                            "因",
                            new Content.Text("试验")));
        }
        assertThat(leaver.get("/").text("h1")).isNotEqualTo("你现在没有岗位");
    }

    private long act(String kind, Map<String, Content> content) {
        EnteringRecord.Outcome outcome =
                mingze.bean(EnteringRecord.class)
                        .enter(
                                1,
                                new Draft(
                                        kind,
                                        Occurred.on(today),
                                        new Recorder("p008", ""),
                                        EntryMode.DONE,
                                        new Content.Group(content)),
                                Instant.now());
        assertThat(outcome).isInstanceOf(EnteringRecord.Outcome.Entered.class);
        return ((EnteringRecord.Outcome.Entered) outcome).entry().number();
    }

    @Test
    @DisplayName("没有启用的职责不用移交")
    void handsOverNothingUnset() {
        Page handing = mingze.account("p001").get("/organization/handovers");
        assertThat(handing.status()).isEqualTo(200);
        assertThat(handing.document().select("main tbody tr:contains(没有期限)").eachText())
                .as("只有账上没有写期限的交办")
                .allMatch(row -> row.startsWith("第"));
    }

    @Test
    @DisplayName("任免由县委、县政府和组织部的岗位录，别的县级部门录不了")
    void appointsForTheCounty() {
        String appointing = "/organization/acts/appointment";
        Visitor bureau = mingze.account("p015");
        Page refused = bureau.get(appointing);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("由县委、县政府或县委组织部的岗位办", "送县委组织部");
        assertThat(bureau.get("/organization/acts").document().select("a[href$=appointment]"))
                .isEmpty();
        assertThat(bureau.post("/organization/acts/departure", new Answers()).status())
                .isEqualTo(403);
        assertThat(mingze.holder("mingchuan.zuzhibu.head").get(appointing).status()).isEqualTo(200);
        assertThat(office.get(appointing).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("移交单列出写明由这个岗位负责、责任单位是别的单位的问题，每件写事由")
    void handsOverWhatNamesThePost() {
        Instant now = Instant.now();
        Map<String, Content> problem =
                Map.of(
                        "源", new Content.Text("走访"),
                        "述", new Content.Text("移交时没修好的水渠"),
                        "责任单位", new Content.Text("mingchuan.minzhengju"),
                        "责任人", new Content.Text("qingshi.gongwei.secretary"));
        EnteringRecord.Outcome entered =
                mingze.bean(EnteringRecord.class)
                        .enter(
                                1,
                                new Draft(
                                        "问题",
                                        Occurred.on(today),
                                        new Recorder("p019", "qingshi.gongwei.secretary"),
                                        EntryMode.DONE,
                                        new Content.Group(problem)),
                                now);
        assertThat(entered).isInstanceOf(EnteringRecord.Outcome.Entered.class);
        Page handing = secretary.get("/organization/handovers");
        assertThat(handing.document().select("tbody tr").eachText())
                .anyMatch(row -> row.contains("整改：移交时没修好的水渠"));
        assertThat(handing.document().select("tbody a[href^=/dossiers/]").eachText())
                .anyMatch(words -> words.endsWith("移交时没修好的水渠"));
    }

    @Test
    @DisplayName("移交：交的人署名，接的人今日看到、签收，两边都在账上；署错名不收，等签收的不再交一次")
    void handsOver() {
        Page page = secretary.get("/organization/handovers");
        Page unsigned =
                secretary.send(
                        page,
                        "form[action$=handovers]",
                        new Answers().put("to", "p026").put("signature", "别人"));
        assertThat(unsigned.text("#faults")).contains("周砚田");
        Page handed =
                secretary.send(
                        page,
                        "form[action$=handovers]",
                        new Answers().put("to", "p026").put("signature", "周砚田"));
        assertThat(handed.text(".notice")).contains("已移交");
        Page again =
                secretary.send(
                        secretary.get("/organization/handovers"),
                        "form[action$=handovers]",
                        new Answers().put("to", "p026").put("signature", "周砚田"));
        String taker = ask(known -> known.person("p026").orElseThrow().name());
        assertThat(again.text("#faults")).containsPattern("第\\d+号已把这些移交给" + taker + "，等他签收");
        Visitor clerk = mingze.account("p026");
        assertThat(clerk.get("/").document().select("main").text()).contains("等你签收的移交");
        String path =
                clerk.get("/organization/handovers")
                        .document()
                        .select("a[href^=/organization/handovers/]")
                        .eachAttr("href")
                        .getLast();
        String name = clerk.get("/").text(".rail .post summary small").replace("，现任", "");
        Page taken =
                clerk.send(
                        clerk.get(path),
                        "form[action$=receipt]",
                        new Answers().put("signature", name));
        assertThat(taken.text("dl")).contains("签收 " + name);
        assertThat(mingze.account("p001").get(path).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("机构树里，一个机构的岗位由它的负责人排在最前")
    void headFirst() {
        String head = ask(known -> known.headPost("mingchuan.xianwei", today).orElseThrow().name());
        String tree = secretary.get("/organization?body=mingchuan.xianwei").text("main");
        String other =
                ask(
                        known ->
                                known.postsIn("mingchuan.xianwei", today).stream()
                                        .map(Post::name)
                                        .filter(name -> !name.equals(head))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(tree.indexOf(head)).isLessThan(tree.indexOf(other)).isNotNegative();
    }

    @Test
    @DisplayName("机构树只送展开的一路，别的点开才送；不用脚本也展得开")
    void unfolds() {
        Page tree = secretary.get("/organization");
        assertThat(tree.document().select("details[hx-get]")).isNotEmpty();
        String whole = tree.document().select(".branch a").eachAttr("href").getFirst();
        assertThat(secretary.get(whole).document().select("details[open]").size())
                .isGreaterThan(tree.document().select("details[open]").size());
        String part = tree.document().select("details[hx-get]").eachAttr("hx-get").getFirst();
        assertThat(secretary.get(part).document().select("li")).isNotEmpty();
    }

    private Set<String> names(LocalDate day) {
        return ask(
                organization ->
                        organization.bodies(day).stream()
                                .map(Body::name)
                                .collect(Collectors.toSet()));
    }
}
