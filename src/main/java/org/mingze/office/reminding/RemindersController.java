package org.mingze.office.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.office.CountyRights;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Notice;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 提醒页 — the county's setting, one's own address, and what was sent.
@Controller
class RemindersController {
    private static final int DAYS_MAX = 60;

    private final CountyLedgers ledgers;
    private final Reminders reminders;
    private final SendingReminders sending;

    RemindersController(CountyLedgers ledgers, Reminders reminders, SendingReminders sending) {
        this.ledgers = ledgers;
        this.reminders = reminders;
        this.sending = sending;
    }

    /// 所填 — what was typed, and what is wrong with it.
    private record Typed(
            String days,
            String basis,
            String mail,
            String daysFault,
            String basisFault,
            String mailFault) {
        boolean isFaulty() {
            return !(daysFault + basisFault + mailFault).isEmpty();
        }
    }

    @GetMapping("/reminders")
    ModelAndView show(Officer officer) {
        return page(officer, typed(officer));
    }

    private Typed typed(Officer officer) {
        Optional<Reminders.Rule> rule = reminders.rule(officer.county());
        String own =
                Optional.ofNullable(
                                reminders.addresses(officer.county()).get(officer.post().code()))
                        .filter(address -> address.person().equals(officer.person()))
                        .map(Reminders.Address::mail)
                        .orElse("");
        return new Typed(
                rule.map(each -> String.valueOf(each.workingDays())).orElse(""),
                rule.map(Reminders.Rule::basis).orElse(""),
                own,
                "",
                "",
                "");
    }

    @PostMapping("/reminders/rule")
    ModelAndView set(
            Officer officer,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String basis,
            RedirectAttributes after) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        ledgers.ask(
                officer.county(),
                known -> {
                    CountyRights.require(known, officer, "设定提前几天", today);
                    return known.size();
                });
        String number = days.strip();
        boolean good = number.matches("\\d{1,2}") && Integer.parseInt(number) <= DAYS_MAX;
        Typed before = typed(officer);
        Typed typed =
                new Typed(
                        number,
                        basis.strip(),
                        before.mail(),
                        good ? "" : "写0到" + DAYS_MAX + "的整数",
                        basis.isBlank() ? "写明依据：哪份文件、谁的决定" : "",
                        "");
        if (typed.isFaulty()) {
            return page(officer, typed);
        }
        reminders.set(
                officer.county(),
                new Reminders.Rule(
                        Integer.parseInt(number),
                        basis.strip(),
                        officer.post().code(),
                        Instant.now()));
        after.addFlashAttribute(
                Notice.FLASH, Notice.done("到期前" + number + "个工作日提醒", "已经提醒过的不再提醒。"));
        return new ModelAndView("redirect:/reminders");
    }

    @PostMapping("/reminders/address")
    ModelAndView address(
            Officer officer,
            @RequestParam(defaultValue = "") String mail,
            RedirectAttributes after) {
        String typed = mail.strip();
        if (!typed.isEmpty() && !typed.matches("[^\\s@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,190}")) {
            Typed before = typed(officer);
            return page(
                    officer,
                    new Typed(
                            before.days(),
                            before.basis(),
                            typed,
                            "",
                            "",
                            "写一个邮箱，如 office@mingchuan.example"));
        }
        reminders.address(
                officer.county(),
                new Reminders.Address(officer.post().code(), officer.person(), typed),
                Instant.now());
        after.addFlashAttribute(
                Notice.FLASH,
                typed.isEmpty()
                        ? Notice.done("这个岗位不再收邮件", "今日页上的提醒还在。")
                        : Notice.done("提醒会寄到" + typed, "离任后不再寄。"));
        return new ModelAndView("redirect:/reminders");
    }

    private ModelAndView page(Officer officer, Typed typed) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        SectionedPage page =
                ledgers.ask(officer.county(), known -> page(known, officer, typed, today));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    private SectionedPage page(Knowledge known, Officer officer, Typed typed, LocalDate today) {
        boolean county = CountyRights.has(known, officer, today);
        Optional<Reminders.Rule> rule = reminders.rule(officer.county());
        List<Reminders.Line> log =
                reminders.log(officer.county(), county ? "" : officer.post().code());
        List<SectionedPage.Section> sections = new ArrayList<>();
        sections.add(facts(known, rule, today));
        if (county) {
            sections.add(
                    new SectionedPage.Form(
                            "rule",
                            "提前几天",
                            Prose.of("全县一个数。放假的日子不算。"),
                            "/reminders/rule",
                            List.of(),
                            List.of(
                                    new Field(
                                            "days",
                                            "提前",
                                            "",
                                            true,
                                            typed.daysFault(),
                                            new Field.Control.Line(typed.days(), "number", "个工作日")),
                                    SectionedPage.line(
                                            "basis",
                                            "依据",
                                            "文号或决定",
                                            typed.basis(),
                                            typed.basisFault())),
                            "设定",
                            false));
        }
        sections.add(
                new SectionedPage.Form(
                        "address",
                        "寄到哪里",
                        Prose.of(
                                "以“"
                                        + officer.post().name()
                                        + "”收的邮件。信里写哪项职责、哪件事、到哪天和链接；密类的内容不写。留空就不寄。"),
                        "/reminders/address",
                        List.of(),
                        List.of(
                                new Field(
                                        "mail",
                                        "邮箱",
                                        "",
                                        false,
                                        typed.mailFault(),
                                        new Field.Control.Line(typed.mail(), "email", ""))),
                        "记下邮箱",
                        false));
        sections.add(table(known, log, county, today));
        return SectionedPage.of(
                Place.CALENDAR,
                new Heading(
                        List.of(new Link("日历", "/calendar"), new Link("到期提醒", "")),
                        rule.map(each -> "到期前" + each.workingDays() + "个工作日提醒")
                                .orElse("还没有设定提前几天提醒"),
                        Prose.of("快到期的写在今日页上；配置了邮件或回调的，再送一次。"),
                        List.of()),
                sections);
    }

    private SectionedPage.Facts facts(
            Knowledge known, Optional<Reminders.Rule> rule, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                Fact.of(
                        "设定",
                        rule.map(
                                        each ->
                                                Naming.of(known.organization(), each.post(), today)
                                                        + DayWords.moment(each.since(), today)
                                                        + "设，依据："
                                                        + each.basis())
                                .orElse("待定。没有设定，就不提醒；由县委或县政府的岗位设定")));
        for (Channel channel : sending.channels()) {
            facts.add(
                    Fact.of(
                            channel.word(),
                            channel.isConfigured() ? "已配置" : "没有配置，由管服务器的人在配置文件里写"));
        }
        facts.add(
                Fact.of("送不到时", "再试到第" + SendingReminders.ATTEMPTS_MAX + "次，间隔一次比一次长，之后不再送，记在下面"));
        return new SectionedPage.Facts("state", "现在", facts, List.of(), 0);
    }

    private static SectionedPage.Table table(
            Knowledge known, List<Reminders.Line> log, boolean county, LocalDate today) {
        return new SectionedPage.Table(
                "log",
                county ? "送过的" : "送给这个岗位的",
                String.valueOf(log.size()),
                List.of("职责", "到期", "岗位", "通道", "结果", "时间"),
                log.stream()
                        .map(
                                line ->
                                        SectionedPage.Line.of(
                                                List.of(
                                                        named(line),
                                                        Prose.of(DayWords.day(line.due(), today)),
                                                        Prose.of(
                                                                Naming.of(
                                                                        known.organization(),
                                                                        line.post(),
                                                                        today)),
                                                        Prose.of(line.channel()),
                                                        result(line),
                                                        Prose.of(
                                                                DayWords.moment(
                                                                        line.changedAt(), today)))))
                        .toList(),
                Optional.of(new Blank("还没有送过", "有快到期的，按设定的日子送。", Optional.empty())),
                Optional.empty());
    }

    private static Prose named(Reminders.Line line) {
        return line.link().isEmpty()
                ? Prose.of(line.words())
                : Prose.EMPTY.reference(line.words(), line.link());
    }

    private static Prose result(Reminders.Line line) {
        String tried = line.attempts() > 1 ? "（试了" + line.attempts() + "次）" : "";
        return line.fault().isEmpty()
                ? Prose.of(line.state() + tried)
                : Prose.of(line.state() + tried + "：").failing(line.fault());
    }
}
