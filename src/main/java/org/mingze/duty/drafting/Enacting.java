package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.access.Officer;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.web.NotPermitted;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 立制之笔 — the entries that enact, repeal, suspend an institution or set one of its numbers.
final class Enacting {
    private static final String COUNTY = "县";
    private static final Pattern IN_FORCE =
            Pattern.compile("(?m)^施行:[^\\n]*(?:\\n[ \\t]+[^\\n]*)*");

    private Enacting() {}

    static Draft enactment(Officer officer, KeptDraft draft, String basis, LocalDate today) {
        return entry(
                officer,
                "施行",
                today,
                Map.of(
                        "编号", draft.institution(),
                        "自", draft.from(),
                        "据", basis,
                        "文", draft.text()));
    }

    static Draft repeal(Officer officer, String id, String from, String basis, LocalDate today) {
        return entry(officer, "废止", today, Map.of("编号", id, "自", from, "据", basis));
    }

    /// 暂停 — a version of the same words that binds nobody, from a day on.
    static Draft suspension(
            Officer officer, Institution version, String from, String basis, LocalDate today) {
        return again(officer, version, ", 态: 暂停", Map.of("自", from, "据", basis), today);
    }

    /// 恢复 — a version of the same words that binds again, from a day on.
    static Draft resumption(
            Officer officer, Institution version, String from, String basis, LocalDate today) {
        return again(officer, version, "", Map.of("自", from, "据", basis), today);
    }

    private static Draft again(
            Officer officer,
            Institution version,
            String state,
            Map<String, String> typed,
            LocalDate today) {
        String from = typed.getOrDefault("自", "");
        String basis = typed.getOrDefault("据", "");
        String last = version.until().map(day -> ", 止: " + day).orElse("");
        String act = ", 依: '" + basis.replace("'", "’") + "'}";
        String header = "施行: {自: " + from + last + state + act;
        String text =
                IN_FORCE.matcher(version.text()).replaceFirst(Matcher.quoteReplacement(header));
        return entry(
                officer, "施行", today, Map.of("编号", version.id(), "自", from, "据", basis, "文", text));
    }

    /// @param body for whom alone the value holds; empty for the whole county
    static Draft setting(
            Officer officer,
            String id,
            String parameter,
            Map<String, String> typed,
            Optional<String> body,
            LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put("编号", id);
        fields.put("参", parameter);
        body.ifPresent(code -> fields.put("机构", code));
        return entry(officer, "设参", today, fields);
    }

    private static Draft entry(
            Officer officer, String kind, LocalDate day, Map<String, String> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        content.put(name, new Content.Text(value));
                    }
                });
        return new Draft(
                kind,
                Occurred.on(day),
                officer.recorder(),
                EntryMode.DONE,
                new Content.Group(content));
    }

    /// The body of the acting post.
    static Optional<Body> body(Knowledge known, Officer officer, LocalDate today) {
        return known.organization()
                .post(officer.post().code(), today)
                .map(Post::body)
                .flatMap(code -> known.organization().body(code, today));
    }

    static boolean mayEnact(Knowledge known, Officer officer, LocalDate today) {
        return Acting.of(known.organization(), officer.post().code(), today)
                .actsForCounty(known.organization(), today);
    }

    /// @throws NotPermitted unless the acting post acts for the county
    static void require(Knowledge known, Officer officer, String deed, LocalDate today) {
        if (!mayEnact(known, officer, today)) {
            throw new NotPermitted(
                    "现在不能" + deed + "：制度由县委或县政府的岗位" + deed,
                    "你能看全部制度、起草和试行；现在以“" + officer.post().name() + "”行事。",
                    "任县委、县政府岗位的，换到那个岗位再办；否则送县委办公室或县政府办公室。");
        }
    }

    /// 上级 — who made an institution at first, where that is nobody of this county.
    static Optional<String> superior(Knowledge known, Institution draft, LocalDate day) {
        List<Body> bodies = known.organization().bodies(day);
        return known.rules().versions(draft.id()).stream()
                .findFirst()
                .map(Enactment::institution)
                .orElse(draft)
                .issuer()
                .filter(issuer -> bodies.stream().noneMatch(body -> issuer.contains(body.name())));
    }

    /// Who began a draft writes it, and who may enact it.
    static boolean mayWrite(Knowledge known, Officer officer, KeptDraft draft, LocalDate today) {
        return draft.person().equals(officer.person()) || mayEnact(known, officer, today);
    }

    /// @throws NotPermitted unless the officer may write the draft
    static KeptDraft requireWriting(
            Knowledge known, Officer officer, KeptDraft draft, LocalDate today) {
        if (mayWrite(known, officer, draft, today)) {
            return draft;
        }
        throw new NotPermitted(
                "现在不能改这份草案：它由" + DraftView.author(known, draft) + "起草",
                "你能看它、试行它，也能照它另起一份自己改。",
                "要改这一份的，找起草人，或县委、县政府的岗位。");
    }

    /// For whom a post of this body may set a number: the whole county as "", the body by its code.
    static List<String> settable(Institution institution, String parameter, Optional<Body> body) {
        Parameter number = institution.parameters().get(parameter);
        if (number == null || body.isEmpty()) {
            return List.of();
        }
        Optional<String> level = body.get().level();
        List<String> found = new ArrayList<>();
        if (level.equals(Optional.of(COUNTY)) && number.maySet(level, false)) {
            found.add("");
        }
        if (number.maySet(level, true)) {
            found.add(body.get().code());
        }
        return found;
    }
}
