package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Value;
import org.mingze.web.Field;
import org.mingze.web.Listing;
import org.mingze.web.Row;

/// 过筛 — which dossiers a filter lets through, and the menus that set the filter.
///
/// @param stages in the order in which work goes through them
record Sifting(
        LedgerKind kind,
        Saying saying,
        List<String> stages,
        List<Dossier> seen,
        LedgerFilter filter,
        Repeats repeats) {
    private static final String LATEST = "latest";
    private static final Map<String, String> MARKS =
            Map.of(
                    LedgerFilter.RECHECK, "回头看没做",
                    LedgerFilter.RELAPSED, "复发过",
                    LedgerFilter.ALIKE, "同单位同类再现",
                    LedgerFilter.LATE, "迟录");

    static Sifting of(
            LedgerKind kind,
            Saying saying,
            List<String> stages,
            List<Dossier> seen,
            LedgerFilter filter) {
        boolean alike = filter.mark().equals(LedgerFilter.ALIKE);
        return new Sifting(
                kind, saying, stages, seen, filter, Repeats.of(alike ? seen : List.of()));
    }

    /// What the filter lets through, in the order that it asks for.
    List<Dossier> found() {
        return seen.stream().filter(this::lets).sorted(order()).toList();
    }

    private Comparator<Dossier> order() {
        return filter.sort().equals(LATEST)
                ? Comparator.comparing((Dossier dossier) -> dossier.root().day())
                        .thenComparingLong(Dossier::number)
                        .reversed()
                : LedgerDrawing.urgency();
    }

    String sorted() {
        return filter.sort().equals(LATEST) ? "最近登记的在前" : "按剩余工作日排序，逾期在前";
    }

    private boolean lets(Dossier dossier) {
        return isAt(filter.stage(), dossier.stage())
                && isAt(filter.source(), dossier.text(kind.source()).orElse(""))
                && isAt(filter.body(), dossier.body().orElse(""))
                && isAt(filter.owner(), owner(dossier))
                && isAt(filter.aspect(), dossier.text("方面").orElse(""))
                && isDue(filter.due(), dossier)
                && isMarked(dossier)
                && holds(filter.words(), dossier);
    }

    private static String owner(Dossier dossier) {
        return dossier.reference("责任人").map(Value.Reference::code).orElse("");
    }

    private boolean isMarked(Dossier dossier) {
        return switch (filter.mark()) {
            case LedgerFilter.RECHECK -> dossier.laterOwed().isPresent();
            case LedgerFilter.RELAPSED -> !dossier.ofType("复发").isEmpty();
            case LedgerFilter.ALIKE -> repeats.contains(dossier);
            case LedgerFilter.LATE -> dossier.root().lateDays() > 0;
            default -> true;
        };
    }

    private static boolean isAt(String asked, String actual) {
        return asked.isEmpty() || asked.equals(actual);
    }

    boolean isDue(String asked, Dossier dossier) {
        return switch (asked) {
            case LedgerFilter.OVER -> dossier.due().filter(saying::isOver).isPresent();
            case LedgerFilter.NEAR -> dossier.due().filter(this::isNear).isPresent();
            case LedgerFilter.NONE -> dossier.due().isEmpty() && !dossier.isSettled();
            default -> true;
        };
    }

    private boolean isNear(LocalDate due) {
        return saying.urgency(due) == Row.Urgency.NEAR;
    }

    private boolean holds(String words, Dossier dossier) {
        return words.isEmpty()
                || LedgerDrawing.title(dossier).contains(words)
                || words.replaceAll("[第号]", "").equals(String.valueOf(dossier.number()))
                || dossier.body().map(saying::name).orElse("").contains(words)
                || dossier.reference("责任人")
                        .map(post -> saying.who(post.code()))
                        .orElse("")
                        .contains(words);
    }

    long over() {
        return seen.stream().filter(each -> isDue(LedgerFilter.OVER, each)).count();
    }

    List<Listing.View> views() {
        List<Listing.View> views = new ArrayList<>();
        boolean all = filter.stage().isEmpty() && !filter.due().equals(LedgerFilter.OVER);
        views.add(view("全部", filter.atStage(""), seen.size(), false, all));
        Map<String, Long> atStage =
                seen.stream().collect(Collectors.groupingBy(Dossier::stage, Collectors.counting()));
        for (String stage : stages) {
            long count = atStage.getOrDefault(stage, 0L);
            if (count > 0) {
                boolean chosen = filter.stage().equals(stage);
                views.add(view(stage, filter.atStage(stage), count, false, chosen));
            }
        }
        boolean chosen = filter.due().equals(LedgerFilter.OVER);
        long over = over();
        views.add(view("逾期", filter.dueIn(LedgerFilter.OVER), over, over > 0, chosen));
        return views;
    }

    private Listing.View view(
            String word, LedgerFilter asked, long count, boolean alarming, boolean chosen) {
        return new Listing.View(
                word, kind.path() + asked.query(), String.valueOf(count), alarming, chosen);
    }

    Listing.Filters menus() {
        Map<String, String> sources = new TreeMap<>();
        Map<String, String> bodies = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        Map<String, String> aspects = new TreeMap<>();
        for (Dossier dossier : seen) {
            dossier.text(kind.source()).ifPresent(source -> sources.put(source, source));
            dossier.body().ifPresent(body -> bodies.computeIfAbsent(body, saying::name));
            dossier.reference("责任人")
                    .ifPresent(post -> owners.computeIfAbsent(post.code(), _ -> said(post)));
            dossier.text("方面").ifPresent(aspect -> aspects.put(aspect, aspect));
        }
        Map<String, String> steps = new TreeMap<>();
        stages.forEach(stage -> steps.put(stage, stage));
        List<Listing.Menu> menus = new ArrayList<>();
        menus.add(menu("stage", "阶段", steps, filter.stage()));
        menus.add(menu("source", "来源", sources, filter.source()));
        menus.add(menu("body", kind.body(), bodies, filter.body()));
        add(menus, menu("owner", "责任人", owners, filter.owner()));
        add(menus, menu("aspect", "方面", aspects, filter.aspect()));
        menus.add(new Listing.Menu("due", "期限", due()));
        menus.add(menu("mark", "备注", marks(), filter.mark()));
        menus.add(new Listing.Menu("sort", "排序", orders()));
        return new Listing.Filters(kind.path(), kind.noun() + "、单位、责任人、编号", filter.words(), menus);
    }

    /// A column that no item fills has no menu.
    private static void add(List<Listing.Menu> menus, Listing.Menu menu) {
        if (menu.options().size() > 1) {
            menus.add(menu);
        }
    }

    private String said(Value.Reference post) {
        return saying.organization()
                .holder(post.code(), saying.today())
                .map(saying::name)
                .orElseGet(() -> saying.name(post.code()));
    }

    private Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>(MARKS);
        if (kind != LedgerKind.RECTIFICATION) {
            marks.keySet().retainAll(List.of(LedgerFilter.LATE));
        }
        return marks;
    }

    private List<Field.Option> due() {
        return List.of(
                new Field.Option("", "全部期限", filter.due().isEmpty()),
                option(LedgerFilter.OVER, "已逾期", filter.due()),
                option(LedgerFilter.NEAR, "五个工作日内", filter.due()),
                option(LedgerFilter.NONE, "没有期限", filter.due()));
    }

    private List<Field.Option> orders() {
        return List.of(
                new Field.Option("", "剩余少的在前", filter.sort().isEmpty()),
                option(LATEST, "新登记的在前", filter.sort()));
    }

    private static Listing.Menu menu(
            String name, String label, Map<String, String> words, String chosen) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", "全部" + label, chosen.isEmpty()));
        words.forEach((value, word) -> options.add(option(value, word, chosen)));
        return new Listing.Menu(name, label, options);
    }

    private static Field.Option option(String value, String word, String chosen) {
        return new Field.Option(value, word, value.equals(chosen));
    }
}
