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
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.organization.Tenure;
import org.mingze.work.ChinaTime;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// 拟办 — the entries that a deed comes to, each with the sentence that tells it, or what is wrong.
final class Planning {
    private final Knowledge known;
    private final Officer officer;
    private final Deed deed;
    private final Told told;
    private final Instant now;
    private final LocalDate today;
    private final LocalDate day;
    private final List<Step> steps = new ArrayList<>();

    /// 一笔 — a draft, and what it says.
    record Step(Draft draft, String sentence) {}

    /// 拟办之事.
    record Plan(LocalDate day, List<Step> steps, List<EntryCheck.Fault> faults) {
        Plan {
            steps = List.copyOf(steps);
            faults = List.copyOf(faults);
        }
    }

    private Planning(
            Knowledge known, Officer officer, Deed deed, Map<String, String> typed, Instant now) {
        this.known = known;
        this.officer = officer;
        this.deed = deed;
        this.now = now;
        this.today = ChinaTime.day(now);
        this.day = day(typed.getOrDefault("day", ""), today);
        this.told = new Told(known.organization(), typed, day, new ArrayList<>());
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
        if (day.isAfter(today)) {
            told.fault("day", "写明从哪天起，不能晚于今天");
        }
        if (told.text(deed.why().field()).isEmpty()) {
            told.fault(
                    deed.why().field(),
                    deed.why() == Deed.Ask.REASON ? "写明原因" : "写明依据的文号，或作出决定的会议记录号");
        }
        for (Deed.Ask ask : deed.asks()) {
            if (ask.isRequired() && told.text(ask.field()).isEmpty()) {
                told.fault(ask.field(), "写明" + ask.label());
            }
        }
        if (told.faults().isEmpty()) {
            steps();
        }
        if (told.faults().isEmpty()) {
            Trial.misfit(known, steps.stream().map(Step::draft).toList(), now)
                    .ifPresent(sentence -> told.fault("", sentence));
        }
        return new Plan(day, steps, told.faults());
    }

    private void steps() {
        switch (deed) {
            case RENAME -> told.body("body").ifPresent(this::rename);
            case TRANSFER -> told.body("body").ifPresent(this::transfer);
            case MERGE -> told.body("body").ifPresent(this::merge);
            case SPLIT -> told.body("body").ifPresent(this::split);
            case POST -> told.body("body").ifPresent(this::establishPost);
            case ABOLISH -> told.post("post").ifPresent(this::abolish);
            case APPOINT -> appoint();
            case DEPART -> depart();
            case DELEGATE -> delegate();
            case WITHDRAW -> takeBack();
        }
    }

    private void rename(Body body) {
        told.needFreeName(body.code());
        step(
                "机构变更",
                Map.of("机构", body.code(), "名", told.text("name")),
                body.name() + "更名为" + told.text("name"));
    }

    private void transfer(Body body) {
        told.body("under")
                .ifPresent(
                        under ->
                                step(
                                        "机构变更",
                                        Map.of("机构", body.code(), "属", under.code()),
                                        body.name() + "连同下面的机构，归" + under.name()));
    }

    private void merge(Body body) {
        Optional<Body> into = told.body("into");
        if (into.isEmpty()) {
            return;
        }
        if (into.get().code().equals(body.code())) {
            told.fault("into", "不能并入它自己，换一个机构");
            return;
        }
        for (Post post : organization().postsIn(body.code(), day)) {
            moved(post, into.get().code(), into.get().name());
        }
        for (Body below : organization().subordinates(body.code(), day)) {
            below(below, into.get().code(), into.get().name());
        }
        step(
                "撤销机构",
                Map.of("机构", body.code(), "并入", into.get().code()),
                "撤销" + body.name() + "，并入" + into.get().name());
    }

    private void split(Body body) {
        String code = "b" + Long.toString(known.size() + 1);
        told.needFreeName(code);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("号", code);
        fields.put("名", told.text("name"));
        fields.put("类", body.kind());
        body.level().ifPresent(level -> fields.put("级", level));
        body.parent().ifPresent(parent -> fields.put("属", parent));
        body.place().ifPresent(place -> fields.put("地", place));
        step("机构", fields, "设立" + told.text("name") + "，类别和上级与" + body.name() + "相同");
        for (String line : told.lines("posts")) {
            Optional<Post> post =
                    organization()
                            .findPost(line, day)
                            .flatMap(found -> organization().post(found, day))
                            .filter(found -> found.body().equals(body.code()));
            if (post.isEmpty()) {
                told.fault("posts", body.name() + "没有岗位“" + line + "”，核对全名");
            } else {
                moved(post.get(), code, told.text("name"));
            }
        }
        for (String line : told.lines("below")) {
            Optional<Body> below =
                    organization().findBody(line, day).flatMap(f -> organization().body(f, day));
            if (below.isEmpty()) {
                told.fault("below", "没有机构“" + line + "”，核对全名");
            } else {
                below(below.get(), code, told.text("name"));
            }
        }
    }

    private void establishPost(Body body) {
        told.needFreePostName(body);
        step(
                "岗位",
                Map.of(
                        "号", "s" + (known.size() + 1),
                        "名", told.text("name"),
                        "于", body.code(),
                        "职", told.text("title")),
                body.name() + "设岗位" + told.text("name") + "，职务" + told.text("title"));
    }

    private void abolish(Post post) {
        Optional<Tenure> held =
                organization().tenuresOf(post.code()).stream()
                        .filter(each -> each.until().filter(day::isAfter).isEmpty())
                        .findFirst();
        if (held.isPresent()) {
            String until = held.get().until().map(last -> words(last) + "为止").orElse("现在");
            told.fault(
                    "post",
                    post.name()
                            + "由"
                            + name(held.get().person())
                            + "任到"
                            + until
                            + "，先办卸任；卸任第二天起才能撤岗");
        } else {
            step("撤销岗位", Map.of("岗", post.code()), "撤销岗位" + post.name() + "；从这天起的职责不再计，以前欠的照旧判");
        }
    }

    private void appoint() {
        Optional<Post> post = told.post("post");
        Optional<String> person = organization().findPerson(told.text("person"));
        if (person.isEmpty()) {
            told.fault("person", "没有登记过“" + told.text("person") + "”，或同名不止一人；写编号，或先从表格导入人员");
        }
        if (post.isPresent() && person.isPresent()) {
            step(
                    "任",
                    Map.of("人", person.get(), "岗", post.get().code()),
                    name(person.get())
                            + "任"
                            + post.get().name()
                            + organization()
                                    .holder(post.get().code(), day)
                                    .filter(holder -> !holder.equals(person.get()))
                                    .map(holder -> "，接替" + name(holder))
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
                                step(
                                        "卸",
                                        Map.of("人", holder.get(), "岗", post.code()),
                                        name(holder.get()) + "卸任" + post.name());
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
            step(
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
            step(
                    Delegations.TAKEN_BACK,
                    Map.of("件", told.text("delegation")),
                    "收回："
                            + new PastDeeds(known, today).sentence(given.get())
                            + "；从"
                            + words(day)
                            + "起不再代办");
        }
    }

    private void moved(Post post, String body, String name) {
        step("岗位变更", Map.of("岗", post.code(), "于", body), post.name() + "归" + name);
    }

    private void below(Body below, String body, String name) {
        step("机构变更", Map.of("机构", below.code(), "属", body), below.name() + "归" + name);
    }

    private void step(String kind, Map<String, String> fields, String sentence) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
        content.put(
                deed.why() == Deed.Ask.REASON ? "因" : "据",
                new Content.Text(told.text(deed.why().field())));
        steps.add(
                new Step(
                        new Draft(
                                kind,
                                Occurred.on(day),
                                officer.recorder(),
                                EntryMode.DONE,
                                new Content.Group(content)),
                        sentence));
    }

    private String words(LocalDate said) {
        return DayWords.day(said, today);
    }

    private String name(String person) {
        return organization().person(person).map(Person::name).orElse(person);
    }

    private Organization organization() {
        return known.organization();
    }
}
