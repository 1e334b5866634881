package org.mingze.exchange.conversion;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Occurred;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.work.EntryCheck;

/// 名册 — a row that names a body, a post, a person and since when at once; it becomes the acts
/// that are still missing, one after the other, and none of them twice.
///
/// @param titles the words of 职 in the county's vocabulary
public record Roster(Draft row, Organization organization, List<String> titles) {
    /// What a row of this kind is called among those that a file can hold.
    public static final String NAME = "名册";

    /// Its fields, those with * required.
    public static final List<String> FIELDS =
            List.of("*单位", "性质", "级", "上级", "*职务", "职", "*姓名", "人号", "*成立:日");

    public Roster {
        titles = List.copyOf(titles);
    }

    /// 下一步 — the next act that a row asks for, what is to be mended first, or nothing more.
    public sealed interface Step {
        record Done() implements Step {}

        record Missing(Draft act) implements Step {}

        record Faulty(EntryCheck.Fault fault) implements Step {}
    }

    /// The next step, as the organization stands.
    public Step next() {
        for (String field : List.of("单位", "职务", "姓名", "成立")) {
            if (text(field).isEmpty()) {
                return fault(field, "未填“" + field + "”，它是必填的");
            }
        }
        if (since().isAfter(day())) {
            return fault("成立", "成立日在任职日" + day() + "之后，写明单位和岗位从哪天起有");
        }
        Optional<Body> body =
                organization.findBody(text("单位"), day()).flatMap(c -> organization.body(c, day()));
        return body.isEmpty() ? body() : post(body.get());
    }

    /// What would stop the row half way is said before its first act.
    private Optional<Step> unclear() {
        if (title(text("职务")).isEmpty()) {
            return Optional.of(untitled());
        }
        Set<String> named = organization.peopleNamed(text("姓名"));
        return text("人号").isEmpty() && named.size() > 1
                ? Optional.of(ambiguous(named))
                : Optional.empty();
    }

    private Step untitled() {
        return fault("职", "“" + text("职务") + "”是新的岗位，写明职：" + String.join("、", titles));
    }

    private Step ambiguous(Set<String> named) {
        String codes = named.stream().sorted().limit(5).collect(Collectors.joining("、"));
        return fault("姓名", "有" + named.size() + "个“" + text("姓名") + "”：" + codes + "，写人号");
    }

    private Step body() {
        String name = text("单位");
        Set<String> ever = organization.bodiesEverNamed(name);
        if (!ever.isEmpty()) {
            return fault("单位", day() + "没有或不止一个“" + name + "”，写它的代码，或改任职日");
        }
        if (text("性质").isEmpty()) {
            return fault("性质", "“" + name + "”是新的单位，写明性质，例如党委、部门、村社区");
        }
        Optional<Step> unclear = unclear();
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("名", name);
        fields.put("类", text("性质"));
        fields.put("级", text("级"));
        if (!text("上级").isEmpty()) {
            Optional<String> superior = organization.findBody(text("上级"), since());
            if (superior.isEmpty()) {
                return fault("上级", since() + "没有“" + text("上级") + "”，把它的行放在前面，或写代码");
            }
            fields.put("属", superior.get());
        }
        return act("机构", since(), fields);
    }

    private Step post(Body body) {
        String duty = text("职务");
        String whole = duty.startsWith(body.name()) ? duty : body.name() + duty;
        List<Post> posts =
                organization.postsIn(body.code(), day()).stream()
                        .filter(post -> post.name().equals(duty) || post.name().equals(whole))
                        .toList();
        if (posts.size() > 1) {
            return fault("职务", body.name() + "有" + posts.size() + "个“" + duty + "”，写全名");
        }
        if (posts.size() == 1) {
            return person(posts.getFirst());
        }
        Optional<Step> unclear = unclear();
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("名", whole);
        fields.put("于", body.code());
        fields.put("职", title(duty).orElseThrow());
        boolean early = organization.body(body.code(), since()).isPresent();
        return act("岗位", early ? since() : day(), fields);
    }

    /// What the row says, else the longest word of 职 that the post is called by.
    private Optional<String> title(String duty) {
        String said = text("职");
        if (!said.isEmpty()) {
            return Optional.of(said).filter(titles::contains);
        }
        return titles.stream()
                .filter(duty::contains)
                .reduce((one, other) -> other.length() > one.length() ? other : one);
    }

    private Step person(Post post) {
        String name = text("姓名");
        String code = text("人号");
        Set<String> named = organization.peopleNamed(name);
        if (code.isEmpty() && named.size() > 1) {
            return ambiguous(named);
        }
        Optional<Person> known =
                code.isEmpty()
                        ? named.stream().findFirst().flatMap(organization::person)
                        : organization.person(code);
        Optional<String> holder = organization.holder(post.code(), day());
        if (holder.isPresent() && !holder.equals(known.map(Person::code))) {
            return taken(post, holder.get());
        }
        if (known.isEmpty()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("号", code);
            fields.put("名", name);
            return act("人员", day(), fields);
        }
        if (!known.get().name().equals(name)) {
            return fault("人号", "人号“" + code + "”是" + known.get().name() + "，不是" + name);
        }
        if (holder.isPresent()) {
            return new Step.Done();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("人", known.get().code());
        fields.put("岗", post.code());
        return act("任", day(), fields);
    }

    private Step taken(Post post, String holder) {
        String other = organization.person(holder).map(Person::name).orElse(holder);
        return fault("职务", post.name() + "在" + day() + "由" + other + "任，先录他的卸任；同名的岗写成不同的名");
    }

    private LocalDate day() {
        return row.occurred().day();
    }

    private LocalDate since() {
        return LocalDate.parse(text("成立"));
    }

    private String text(String field) {
        return row.content().text(field).map(String::strip).orElse("");
    }

    private Step act(String kind, LocalDate day, Map<String, String> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        content.put(name, new Content.Text(value));
                    }
                });
        return new Step.Missing(
                new Draft(
                        kind,
                        Occurred.on(day),
                        row.recorder(),
                        row.mode(),
                        new Content.Group(content)));
    }

    private static Step fault(String field, String sentence) {
        return new Step.Faulty(new EntryCheck.Fault(field, sentence));
    }
}
