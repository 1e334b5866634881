package org.mingze;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.MatrixThing.Whose;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.journal.Entry;
import org.mingze.journal.Evidence;
import org.mingze.journal.Journal;
import org.mingze.work.ChinaTime;
import org.mingze.work.WorkRecords;

/// 现有的 — what exists to be asked for by its address: of the street whose people ask, of another
/// body of the county, and of another county. What an act took away is made again.
final class MatrixThings {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String NOWHERE = "999999999";
    private static final String PERIOD = "&from=2026-01-01&to=2026-06-30";

    private final Together server;
    private final Map<Whose, Visitor> owners = new EnumMap<>(Whose.class);
    private final Map<String, Visitor> sessions = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();

    MatrixThings(Together server) {
        this.server = server;
        owners.put(Whose.OWN, server.visitor(Together.FIRST, "p019"));
        owners.put(Whose.OTHER, server.visitor(Together.FIRST, holder("liuhe.dangwei.secretary")));
        owners.put(Whose.ABROAD, server.visitor(Together.SECOND, "p019"));
    }

    private String holder(String post) {
        return server.ledgers()
                .ask(
                        Together.FIRST,
                        known ->
                                known.organization()
                                        .holder(post, LocalDate.now(ChinaTime.ZONE))
                                        .orElseThrow());
    }

    private Visitor owner(Whose whose) {
        return owners.getOrDefault(whose, owners.get(Whose.OWN));
    }

    /// What a pattern is asked with; nothing for one that the caller fills itself.
    ///
    /// @param acts whether asking may take it away
    List<MatrixThing> of(String pattern, boolean acts) {
        String segment = pattern.replaceFirst("^/([a-z-]*).*$", "$1");
        if (pattern.contains("/sessions/{id")) {
            return each("id", "", whose -> session(whose, acts));
        }
        return switch (segment) {
            case "readings", "imports", "drafts", "meetings", "packets" ->
                    pattern.contains("{id")
                            ? each("id", "", whose -> document(segment, whose, acts))
                            : List.of();
            case "records" -> pattern.contains("{number") ? records(pattern) : List.of();
            case "dossiers" -> pattern.contains("{number") ? dossiers() : List.of();
            case "reports" -> reports(pattern);
            case "duties" -> pattern.contains("{number") ? duties() : List.of();
            default -> List.of();
        };
    }

    private static List<MatrixThing> each(
            String variable, String what, Function<Whose, String> id) {
        List<MatrixThing> things = new ArrayList<>();
        for (Whose whose : Whose.values()) {
            things.add(MatrixThing.of(whose, what, () -> Map.of(variable, id.apply(whose))));
        }
        return things;
    }

    private String document(String segment, Whose whose, boolean acts) {
        if (whose == Whose.NONE) {
            return NOBODY;
        }
        String key = segment + whose;
        String known = made.getOrDefault(key, "");
        if (known.isEmpty()
                || (acts && owner(whose).get("/" + segment + "/" + known).status() != 200)) {
            made.put(key, MatrixDocuments.begun(segment, owner(whose), body(whose)));
        }
        return made.get(key);
    }

    private static String body(Whose whose) {
        return whose == Whose.OTHER ? "liuhe.dangwei" : "qingshi.gongwei";
    }

    /// A sign-in of somebody who asks for nothing here.
    private String session(Whose whose, boolean acts) {
        if (whose == Whose.NONE) {
            return NOBODY;
        }
        String key = "session" + whose;
        int county = whose == Whose.ABROAD ? Together.SECOND : Together.FIRST;
        String account = whose == Whose.OTHER ? holder("liuhe.zhengfu.head") : "p045";
        Visitor looking = sessions.computeIfAbsent(key, _ -> server.visitor(county, account));
        String ends = "form[action^=/account/sessions/]";
        if (acts && looking.get("/account").document().select(ends).isEmpty()) {
            server.visitor(county, account);
        }
        return looking.get("/account")
                .document()
                .select(ends)
                .attr("action")
                .replaceFirst("^/account/sessions/([^/]*)/.*$", "$1");
    }

    private List<MatrixThing> records(String pattern) {
        boolean file = pattern.contains("{digest");
        List<MatrixThing> things = new ArrayList<>();
        for (Whose whose : Whose.values()) {
            Map<String, String> values = new HashMap<>();
            values.put("digest", "0".repeat(64));
            values.put("number", file ? withFile(whose, values) : record(whose));
            things.add(MatrixThing.of(whose, file ? "的凭据" : "的谈话", () -> values));
        }
        return things;
    }

    private String record(Whose whose) {
        return switch (whose) {
            case OWN, OTHER -> talk(body(whose));
            case ABROAD -> beyond();
            case NONE -> NOWHERE;
        };
    }

    private String talk(String body) {
        return made.computeIfAbsent(
                "talk " + body,
                _ ->
                        last(
                                leader().get("/records?type=%E8%B0%88%E8%AF%9D&body=" + body),
                                "tbody a.open"));
    }

    private Visitor leader() {
        return sessions.computeIfAbsent("leader", _ -> server.visitor(Together.FIRST, "p001"));
    }

    /// The number of a problem that only the other county has: its journal is the longer.
    private String beyond() {
        return made.computeIfAbsent(
                "beyond",
                _ -> {
                    long enough = server.ledgers().ask(Together.FIRST, known -> known.size()) + 60L;
                    while (server.ledgers().ask(Together.SECOND, known -> known.size()) < enough) {
                        entered("Study", new Answers().put("类", "研讨").put("题", "某题"));
                    }
                    return entered("Finding", new Answers().put("源", "督查").put("述", "某事没有办"));
                });
    }

    private String entered(String type, Answers answers) {
        Visitor abroad = owner(Whose.ABROAD);
        Page page =
                abroad.send(
                        abroad.get("/records/new/" + type),
                        "form.entry",
                        answers.put("日", "2026-06-18"));
        if (!page.path().matches("/(records|dossiers)/\\d+.*")) {
            throw new IllegalStateException(page.text("#faults"));
        }
        return page.path().replaceAll("^/[a-z]+/(\\d+).*$", "$1");
    }

    /// A record that cites a file, and which.
    private String withFile(Whose whose, Map<String, String> values) {
        if (whose == Whose.NONE) {
            return NOWHERE;
        }
        int county = whose == Whose.ABROAD ? Together.SECOND : Together.FIRST;
        String body = whose == Whose.OTHER ? "liuhe" : "qingshi";
        for (Entry entry : server.bean(Journal.class).entries(county, 0, 2018)) {
            Optional<Evidence.Citation> cited =
                    Evidence.citations(entry.content()).stream().findFirst();
            if (cited.isPresent() && bodyOf(county, entry).startsWith(body)) {
                values.put("digest", cited.get().digest().toString());
                return whose == Whose.ABROAD ? beyond() : String.valueOf(entry.number());
            }
        }
        throw new IllegalStateException("没有" + whose.word() + "的凭据");
    }

    private String bodyOf(int county, Entry entry) {
        return server.ledgers()
                .ask(
                        county,
                        known ->
                                known.records()
                                        .find(entry.number())
                                        .map(record -> WorkRecords.body(record, known))
                                        .orElse(""));
    }

    private List<MatrixThing> dossiers() {
        return List.of(
                dossier(Whose.OWN, "青石街道的问题", "measures", this::problem),
                dossier(Whose.OTHER, "柳河镇的问题", "measures", this::problem),
                dossier(Whose.OWN, "青石街道的来件", "reply", _ -> petition("青石街道办事处")),
                dossier(Whose.OTHER, "县信访局的来件", "reply", _ -> petition("县信访局")),
                dossier(Whose.ABROAD, "另一县的问题", "measures", _ -> beyond()),
                dossier(Whose.NONE, "没有的", "measures", _ -> NOWHERE));
    }

    private static MatrixThing dossier(
            Whose whose, String said, String act, Function<Whose, String> number) {
        return new MatrixThing(
                whose, said, () -> Map.of("number", number.apply(whose), "act", act), "");
    }

    private String problem(Whose whose) {
        return made.computeIfAbsent(
                "problem" + whose,
                _ -> last(owner(whose).get("/ledgers/rectification"), "tbody a[href^=/dossiers/]"));
    }

    private String petition(String body) {
        return made.computeIfAbsent(
                "petition" + body,
                _ ->
                        last(
                                leader().get("/ledgers/petitions"),
                                "tbody tr:contains(" + body + ") a[href^=/dossiers/]"));
    }

    private static String last(Page page, String selector) {
        String href = page.document().select(selector).attr("href");
        if (href.isEmpty()) {
            throw new IllegalStateException(page.path() + " 没有 " + selector);
        }
        return href.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private List<MatrixThing> reports(String pattern) {
        if (pattern.contains("/handed/")) {
            return each("id", "", this::sealed);
        }
        if (!pattern.matches("/reports/(duty|own|office).*")) {
            return List.of();
        }
        return List.of(
                new MatrixThing(
                        Whose.OWN,
                        Whose.OWN.word(),
                        Map::of,
                        "?post=qingshi.gongwei.secretary" + PERIOD),
                new MatrixThing(
                        Whose.OTHER,
                        Whose.OTHER.word(),
                        Map::of,
                        "?post=liuhe.dangwei.secretary" + PERIOD),
                new MatrixThing(Whose.NONE, Whose.NONE.word(), Map::of, "?post=nobody" + PERIOD));
    }

    private String sealed(Whose whose) {
        if (whose == Whose.NONE) {
            return NOWHERE;
        }
        return made.computeIfAbsent(
                "sealed" + whose,
                _ -> {
                    String id = handed(whose, PERIOD);
                    while (whose == Whose.ABROAD && Long.parseLong(id) < 9) {
                        id = handed(whose, "&from=2026-0" + id + "-01&to=2026-0" + id + "-28");
                    }
                    return id;
                });
    }

    /// The number of the report that was sealed; every county counts its own.
    private String handed(Whose whose, String period) {
        Page own = owner(whose).get("/reports/own?post=" + body(whose) + ".secretary" + period);
        return owner(whose)
                .send(own, "form.upload", new Answers().put("hand", "unfinished"))
                .path()
                .replaceFirst(".*/", "");
    }

    private List<MatrixThing> duties() {
        List<MatrixThing> things = new ArrayList<>();
        for (Whose whose : List.of(Whose.OWN, Whose.OTHER)) {
            String href =
                    owner(whose)
                            .get("/duties")
                            .document()
                            .select("main a[href^=/duties/][href*=bearer]")
                            .attr("href");
            String[] parts = href.split("[/?]", 5);
            things.add(
                    new MatrixThing(
                            whose,
                            whose.word(),
                            () -> Map.of("institution", parts[2], "number", parts[3]),
                            "?" + parts[4]));
        }
        things.add(
                MatrixThing.of(
                        Whose.NONE,
                        "",
                        () -> Map.of("institution", "party.centre.group", "number", "none")));
        return things;
    }
}
