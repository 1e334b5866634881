package org.mingze.exchange.conversion;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
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
/// @param before the rows of the file before it that bear its name, each with its place
/// @param alike  what was said of rows of one name that nothing tells apart
public record Roster(
        Draft row,
        Organization organization,
        List<String> titles,
        Map<String, Draft> before,
        Alike alike) {
    /// What a row of this kind is called among those that a file can hold.
    public static final String NAME = "名册";

    /// Its fields, those with * required.
    public static final List<String> FIELDS =
            List.of("*单位", "性质", "级", "上级", "岗位", "*职务", "职", "*姓名", "人号", "电话", "出生", "成立:日");

    /// What tells people of one name apart; it does not enter.
    private static final List<String> TELLING = List.of("电话", "出生");

    private static final int CODE_DIGITS = 10;

    public Roster {
        titles = List.copyOf(titles);
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    }

    /// Whether rows of one name are one person: nobody asked yet, it is asked, or it was said.
    public enum Alike {
        UNASKED,
        ASKED,
        ONE,
        EACH
    }

    /// 下一步 — the next act that a row asks for, what is to be mended first, or nothing more.
    public sealed interface Step {
        record Done() implements Step {}

        record Missing(Draft act) implements Step {}

        /// What is to be mended or said before the row can go on.
        ///
        /// @param asking whether it is open if the row means the person of a row before it
        record Faulty(EntryCheck.Fault fault, boolean asking) implements Step {}
    }

    /// Who the row means: somebody, known or new, by a code that may be none yet; or it is unclear.
    private sealed interface Meant {
        record Somebody(String code) implements Meant {}

        record Unclear(Step step) implements Meant {}
    }

    /// The next step, as the organization stands.
    public Step next() {
        for (String field : List.of("单位", "职务", "姓名")) {
            if (text(field).isEmpty() && !(field.equals("职务") && isNamed())) {
                return fault(field, "未填“" + field + "”，它是必填的");
            }
        }
        if (since().filter(day()::isBefore).isPresent()) {
            return fault("成立", "成立日在任职日" + day() + "之后，写明单位和岗位从哪天起有");
        }
        Optional<Body> body =
                organization.findBody(text("单位"), day()).flatMap(c -> organization.body(c, day()));
        return body.isEmpty() ? body() : post(body.get());
    }

    /// What would stop the row half way is said before its first act.
    private Optional<Step> unclear() {
        if (title().isEmpty()) {
            return Optional.of(untitled());
        }
        return meant() instanceof Meant.Unclear(Step step) ? Optional.of(step) : Optional.empty();
    }

    /// By its number; by the rows of its name before it, which may be others; else by its name.
    private Meant meant() {
        if (!text("人号").isEmpty()) {
            return new Meant.Somebody(text("人号"));
        }
        Map<String, Roster> others = new LinkedHashMap<>();
        for (Map.Entry<String, Draft> each : before.entrySet()) {
            Roster other = new Roster(each.getValue(), organization, titles, Map.of(), alike);
            Optional<String> person = other.holder();
            if (person.isPresent() && isTold(other, true)) {
                return new Meant.Somebody(person.get());
            }
            if (person.isPresent()) {
                others.put(each.getKey(), other);
            }
        }
        if (others.isEmpty()) {
            Set<String> named = organization.peopleNamed(text("姓名"));
            return named.size() > 1
                    ? new Meant.Unclear(ambiguous(named))
                    : new Meant.Somebody(named.stream().findFirst().orElse(""));
        }
        return among(others);
    }

    private Meant among(Map<String, Roster> others) {
        others.values().removeIf(other -> isTold(other, false));
        Set<String> people =
                others.values().stream()
                        .flatMap(other -> other.holder().stream())
                        .collect(Collectors.toSet());
        boolean another = people.isEmpty() || alike == Alike.EACH;
        boolean one = alike == Alike.ONE || (text("职务") + text("岗位")).contains("兼");
        if (another) {
            return new Meant.Somebody(ownCode());
        }
        return one && people.size() == 1
                ? new Meant.Somebody(people.iterator().next())
                : new Meant.Unclear(asking(others.keySet().iterator().next()));
    }

    /// Whether what both rows say of the person is all the same, or else is not.
    private boolean isTold(Roster other, boolean same) {
        List<String> both =
                TELLING.stream()
                        .filter(field -> !text(field).isEmpty() && !other.text(field).isEmpty())
                        .toList();
        boolean equal = both.stream().allMatch(field -> text(field).equals(other.text(field)));
        return !both.isEmpty() && equal == same;
    }

    /// The code of the second of a name, which the row gives again whenever it is read.
    private String ownCode() {
        String line = String.join("\n", text("姓名"), text("单位"), called(), day().toString());
        String digest = Digest.of(line.getBytes(StandardCharsets.UTF_8)).toString();
        return "x" + digest.substring(0, CODE_DIGITS);
    }

    /// Who holds the post of the row, if it is one of the name that stands in the row.
    private Optional<String> holder() {
        return organization
                .findBody(text("单位"), day())
                .flatMap(code -> organization.body(code, day()))
                .map(this::posts)
                .filter(posts -> posts.size() == 1)
                .flatMap(posts -> organization.holder(posts.getFirst().code(), day()))
                .filter(this::bearsName);
    }

    private boolean bearsName(String person) {
        return organization.person(person).map(Person::name).equals(Optional.of(text("姓名")));
    }

    private Step asking(String place) {
        String question = "与" + place + "同名，是同一人还是两人？";
        return new Step.Faulty(
                new EntryCheck.Fault("姓名", question + "写人号或电话，或点“同名的是同一人”“同名的各是一人”"), true);
    }

    private Step untitled() {
        return fault("职", "“" + called() + "”是新的岗位，写明职：" + String.join("、", titles));
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
        if (since().isEmpty()) {
            return fault("成立", "“" + name + "”是新的单位，写明成立日，即单位和岗位从哪天起有");
        }
        LocalDate since = since().get();
        Optional<Step> unclear = unclear();
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("名", name);
        fields.put("类", text("性质"));
        fields.put("级", text("级"));
        if (!text("上级").isEmpty()) {
            Optional<String> superior = organization.findBody(text("上级"), since);
            if (superior.isEmpty()) {
                return fault("上级", since + "没有“" + text("上级") + "”，把它的行放在前面，或写代码");
            }
            fields.put("属", superior.get());
        }
        return act("机构", since, fields);
    }

    private Step post(Body body) {
        List<Post> posts = posts(body);
        if (posts.size() > 1) {
            return fault(postField(), body.name() + "有" + posts.size() + "个“" + called() + "”，写全名");
        }
        if (posts.size() == 1) {
            return person(posts.getFirst());
        }
        Optional<Step> unclear = unclear();
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("名", whole(body));
        fields.put("于", body.code());
        fields.put("职", title().orElseThrow());
        return act(
                "岗位",
                since().filter(at -> organization.body(body.code(), at).isPresent()).orElse(day()),
                fields);
    }

    private List<Post> posts(Body body) {
        return organization.postsIn(body.code(), day()).stream()
                .filter(post -> post.name().equals(called()) || post.name().equals(whole(body)))
                .toList();
    }

    /// Whether the table names the post itself, beside or instead of 职务.
    private boolean isNamed() {
        return !text("岗位").isEmpty();
    }

    private String postField() {
        return isNamed() ? "岗位" : "职务";
    }

    private String called() {
        return text(postField());
    }

    /// The name that the table gives; the body's before it where it says no more than the duty.
    private String whole(Body body) {
        String called = called();
        boolean full = isNamed() && !called.equals(text("职务")) && !titles.contains(called);
        return full || called.startsWith(body.name()) ? called : body.name() + called;
    }

    /// What the row says, else the longest word of 职 in 职务, else in the name of the post.
    private Optional<String> title() {
        String said = text("职");
        return said.isEmpty()
                ? longestIn(text("职务")).or(() -> longestIn(text("岗位")))
                : Optional.of(said).filter(titles::contains);
    }

    private Optional<String> longestIn(String duty) {
        return titles.stream()
                .filter(duty::contains)
                .reduce((one, other) -> other.length() > one.length() ? other : one);
    }

    private Step person(Post post) {
        Optional<String> holder = organization.holder(post.code(), day());
        if (text("人号").isEmpty() && holder.filter(this::bearsName).isPresent()) {
            return new Step.Done();
        }
        return switch (meant()) {
            case Meant.Unclear(Step step) -> step;
            case Meant.Somebody(String code) -> appointed(post, holder, code);
        };
    }

    private Step appointed(Post post, Optional<String> holder, String code) {
        Optional<Person> known = organization.person(code);
        if (holder.isPresent() && !holder.equals(known.map(Person::code))) {
            return taken(post, holder.get());
        }
        String name = text("姓名");
        if (known.isEmpty()) {
            return act("人员", day(), Map.of("号", code, "名", name));
        }
        if (!known.get().name().equals(name)) {
            return fault("人号", "人号“" + code + "”是" + known.get().name() + "，不是" + name);
        }
        return holder.isPresent()
                ? new Step.Done()
                : act("任", day(), Map.of("人", code, "岗", post.code()));
    }

    private Step taken(Post post, String holder) {
        String other = organization.person(holder).map(Person::name).orElse(holder);
        return fault(postField(), post.name() + "在" + day() + "由" + other + "任，先录他的卸任；同名的岗写成不同的名");
    }

    private LocalDate day() {
        return row.occurred().day();
    }

    private Optional<LocalDate> since() {
        return Optional.of(text("成立")).filter(at -> !at.isEmpty()).map(LocalDate::parse);
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
        return new Step.Faulty(new EntryCheck.Fault(field, sentence), false);
    }
}
