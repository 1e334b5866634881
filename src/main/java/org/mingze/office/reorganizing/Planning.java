package org.mingze.office.reorganizing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.situation.Delegations;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.ChinaTime;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// 拟办 — the entries that a deed comes to, each with the sentence that tells it, or what is wrong.
final class Planning {
    private final Knowledge known;
    private final Deed deed;
    private final Told told;
    private final Instant now;
    private final LocalDate today;
    private final LocalDate day;
    private final Steps steps;

    /// 拟办之事.
    record Plan(LocalDate day, List<Steps.Step> steps, List<EntryCheck.Fault> faults) {
        Plan {
            steps = List.copyOf(steps);
            faults = List.copyOf(faults);
        }
    }

    private Planning(
            Knowledge known, Officer officer, Deed deed, Map<String, String> typed, Instant now) {
        this.known = known;
        this.deed = deed;
        this.now = now;
        this.today = ChinaTime.day(now);
        this.day = day(typed.getOrDefault("day", ""), today);
        this.told = new Told(known.organization(), typed, day, new ArrayList<>());
        this.steps = new Steps(known, officer, deed, told, today);
    }

    static Plan plan(
            Knowledge known, Officer officer, Deed deed, Map<String, String> typed, Instant now) {
        return new Planning(known, officer, deed, typed, now).plan();
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            return text.isBlank() ? today : LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            return LocalDate.MAX;
        }
    }

    private Plan plan() {
        if (day.equals(LocalDate.MAX)) {
            told.fault("day", "写明" + deed.day() + "，写成2026-06-24");
        } else if (day.isAfter(last())) {
            told.fault("day", "写明" + deed.day() + (deed.isOwn() ? "，不能晚于今天" : "，不能晚于一年以后；到时候再办"));
        }
        if (told.text(deed.why().field()).isEmpty()) {
            told.fault(
                    deed.why().field(),
                    deed.why() == Deed.Ask.REASON ? "写明原因" : "写明依据的文号，或作出决定的会议记录号");
        }
        for (Deed.Ask ask : deed.asks()) {
            if (ask.isRequired() && told.text(ask.field()).isEmpty()) {
                told.fault(ask.field(), missing(ask));
            }
        }
        if (!day.equals(LocalDate.MAX)) {
            deed.asks().forEach(this::look);
            steps();
        }
        if (told.faults().isEmpty()) {
            Trial.misfit(known, steps.all().stream().map(Steps.Step::draft).toList(), now)
                    .ifPresent(sentence -> told.fault("", sentence));
        }
        return new Plan(day, steps.all(), told.faults());
    }

    /// Every body and post that was named, so that all faults are told at once.
    private void look(Deed.Ask ask) {
        switch (ask) {
            case BODY, UNDER, INTO -> told.body(ask.field());
            case POST, TO -> told.post(ask.field());
            case NAME,
                    KIND,
                    LEVEL,
                    TITLE,
                    POSTS,
                    BELOW,
                    PERSON,
                    UNTIL,
                    DELEGATION,
                    BASIS,
                    REASON -> {}
        }
    }

    private static String missing(Deed.Ask ask) {
        return switch (ask) {
            case UNDER -> "写明归到哪个上级";
            case INTO -> "写明并入哪个机构";
            case Deed.Ask other -> "写明" + other.label();
        };
    }

    /// What the county decides may be dated ahead and takes effect by itself on that day.
    private LocalDate last() {
        return deed.isOwn() ? today : today.plusYears(1);
    }

    private void steps() {
        BodyDeeds bodies = new BodyDeeds(steps);
        switch (deed) {
            case ESTABLISH -> told.body("under").ifPresent(bodies::establish);
            case CLOSE -> told.body("body").ifPresent(bodies::close);
            case RENAME -> told.body("body").ifPresent(bodies::rename);
            case TRANSFER -> told.body("body").ifPresent(bodies::transfer);
            case MERGE -> told.body("body").ifPresent(bodies::merge);
            case SPLIT -> told.body("body").ifPresent(bodies::split);
            case POST -> told.body("body").ifPresent(this::establishPost);
            case RENAME_POST -> told.post("post").ifPresent(this::renamePost);
            case ABOLISH -> told.post("post").ifPresent(post -> steps.abolish(post, "post"));
            case APPOINT -> appoint();
            case DEPART -> depart();
            case DELEGATE -> delegate();
            case WITHDRAW -> takeBack();
        }
    }

    private void establishPost(Body body) {
        told.needFreePostName(body);
        steps.add(
                "岗位",
                Map.of(
                        "号", "s" + (known.size() + 1),
                        "名", told.text("name"),
                        "于", body.code(),
                        "职", told.text("title")),
                body.name() + "设岗位" + told.text("name") + "，职务" + told.text("title"));
    }

    private void renamePost(Post post) {
        organization().body(post.body(), day).ifPresent(told::needFreePostName);
        steps.add(
                "岗位变更",
                Map.of("岗", post.code(), "名", told.text("name")),
                post.name() + "更名为" + told.text("name"));
    }

    private void appoint() {
        Optional<Post> post = told.post("post");
        Optional<String> person = organization().findPerson(told.text("person"));
        if (person.isEmpty()) {
            told.fault("person", "没有登记过“" + told.text("person") + "”，或同名不止一人；写编号，或先从表格导入人员");
        }
        if (post.isPresent() && person.isPresent()) {
            steps.add(
                    "任",
                    Map.of("人", person.get(), "岗", post.get().code()),
                    steps.name(person.get())
                            + "任"
                            + post.get().name()
                            + organization()
                                    .holder(post.get().code(), day)
                                    .filter(holder -> !holder.equals(person.get()))
                                    .map(holder -> "，接替" + steps.name(holder))
                                    .orElse(""));
        }
    }

    private void depart() {
        told.post("post")
                .ifPresent(
                        post -> {
                            Optional<String> holder = organization().holder(post.code(), day);
                            if (holder.isEmpty()) {
                                told.fault("post", post.name() + "这一天空缺，没有人可卸");
                            } else {
                                steps.add(
                                        "卸",
                                        Map.of("人", holder.get(), "岗", post.code()),
                                        steps.name(holder.get()) + "卸任" + post.name());
                            }
                        });
    }

    private void delegate() {
        Optional<Post> post = told.post("post");
        Optional<Post> to = told.post("to");
        String until = told.text("until");
        if (!until.isEmpty() && day(until, today).isBefore(day)) {
            told.fault("until", "到的那天不能早于起的那天");
        } else if (!until.isEmpty() && day(until, today).equals(LocalDate.MAX)) {
            told.fault("until", "日期写成2026-06-24");
        } else if (post.isPresent() && to.isPresent()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("岗", post.get().code());
            fields.put("至", to.get().code());
            fields.put("自", day.toString());
            if (!until.isEmpty()) {
                fields.put("止", until);
            }
            steps.add(
                    "委托",
                    fields,
                    to.get().name()
                            + "代"
                            + post.get().name()
                            + "办，自"
                            + words(day)
                            + (until.isEmpty() ? "起，到收回为止" : "到" + words(day(until, today)))
                            + "；责任仍在"
                            + post.get().name());
        }
    }

    private void takeBack() {
        Optional<Entry> given =
                Delegations.on(known, day)
                        .filter(act -> Long.toString(act.number()).equals(told.text("delegation")))
                        .findFirst();
        if (given.isEmpty()) {
            told.fault("delegation", "这一天没有这次委托，或已经到期、收回；在单子里选一次");
        } else {
            steps.add(
                    Delegations.TAKEN_BACK,
                    Map.of("件", told.text("delegation")),
                    "收回："
                            + new PastDeeds(known, today).sentence(given.get())
                            + "；从"
                            + words(day)
                            + "起不再代办");
        }
    }

    private String words(LocalDate said) {
        return DayWords.day(said, today);
    }

    private Organization organization() {
        return known.organization();
    }
}
