package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mingze.institution.expression.Value;
import org.mingze.web.Field;
import org.mingze.web.Listing;
import org.mingze.web.Row;

/// 过筛 — which dossiers a filter lets through, and the menus that set the filter.
///
/// @param stages in the order in which work goes through them
/// @param seen   the most urgent first
/// @param makeup of those that are seen
record Sifting(
        LedgerKind kind,
        Saying saying,
        List<String> stages,
        List<Dossier> seen,
        Makeup makeup,
        LedgerFilter filter,
        Repeats repeats) {
    private static final String LATEST = "latest";
    private static final String OWNER = "责任人";
    private static final String ASPECT = "方面";
    private static final Comparator<Dossier> LATEST_FIRST =
            Comparator.comparing((Dossier dossier) -> dossier.root().day())
                    .thenComparingLong(Dossier::number)
                    .reversed();
    private static final Map<String, String> MARKS =
            Map.of(
                    LedgerFilter.RECHECK, "回头看没做",
                    LedgerFilter.RELAPSED, "复发过",
                    LedgerFilter.ALIKE, "同单位同类再现",
                    LedgerFilter.LATE, "迟录");

    /// 构成 — what dossiers are made of: the answers that menus offer, and how many are where.
    ///
    /// @param owners posts by their codes
    /// @param stages how many are at each stage
    /// @param due    how many are due on each day
    /// @param open   how many are not settled, or looked at again
    record Makeup(
            Set<String> sources,
            Set<String> bodies,
            Set<String> owners,
            Set<String> aspects,
            Map<String, Long> stages,
            Map<LocalDate, Long> due,
            long open) {
        static Makeup of(LedgerKind kind, List<Dossier> dossiers) {
            Set<String> sources = new HashSet<>();
            Set<String> bodies = new HashSet<>();
            Set<String> owners = new HashSet<>();
            Set<String> aspects = new HashSet<>();
            Map<String, Long> stages = new HashMap<>();
            Map<LocalDate, Long> due = new HashMap<>();
            long open = 0;
            for (Dossier dossier : dossiers) {
                dossier.text(kind.source()).ifPresent(sources::add);
                dossier.body().ifPresent(bodies::add);
                dossier.reference(OWNER).map(Value.Reference::code).ifPresent(owners::add);
                dossier.text(ASPECT).ifPresent(aspects::add);
                stages.merge(dossier.stage(), 1L, Long::sum);
                dossier.due().ifPresent(day -> due.merge(day, 1L, Long::sum));
                open += dossier.isOpen() ? 1 : 0;
            }
            return new Makeup(sources, bodies, owners, aspects, stages, due, open);
        }

        long over(Saying saying) {
            return due.entrySet().stream()
                    .filter(each -> saying.isOver(each.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    static Sifting of(
            LedgerKind kind,
            Saying saying,
            List<String> stages,
            List<Dossier> seen,
            Makeup makeup,
            LedgerFilter filter) {
        boolean alike = filter.mark().equals(LedgerFilter.ALIKE);
        return new Sifting(
                kind, saying, stages, seen, makeup, filter, Repeats.of(alike ? seen : List.of()));
    }

    /// What the filter lets through, in the order that it asks for.
    List<Dossier> found() {
        Stream<Dossier> found = seen.stream().filter(this::lets);
        return filter.sort().equals(LATEST) ? found.sorted(LATEST_FIRST).toList() : found.toList();
    }

    String sorted() {
        return filter.sort().equals(LATEST) ? "最近登记的在前" : "按剩余工作日排序，逾期在前";
    }

    private boolean lets(Dossier dossier) {
        return isAt(filter.stage(), dossier, each -> Optional.of(each.stage()))
                && isAt(filter.source(), dossier, each -> each.text(kind.source()))
                && isAt(filter.body(), dossier, Dossier::body)
                && isAt(filter.owner(), dossier, Sifting::owner)
                && isAt(filter.aspect(), dossier, each -> each.text(ASPECT))
                && isDue(filter.due(), dossier)
                && isMarked(dossier)
                && holds(filter.words(), dossier);
    }

    private static Optional<String> owner(Dossier dossier) {
        return dossier.reference(OWNER).map(Value.Reference::code);
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

    private static boolean isAt(
            String asked, Dossier dossier, Function<Dossier, Optional<String>> answer) {
        return asked.isEmpty() || answer.apply(dossier).filter(asked::equals).isPresent();
    }

    boolean isDue(String asked, Dossier dossier) {
        return switch (asked) {
            case LedgerFilter.OVER -> dossier.due().filter(saying::isOver).isPresent();
            case LedgerFilter.OPEN -> dossier.isOpen();
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
                || owner(dossier).map(saying::who).orElse("").contains(words);
    }

    List<Listing.View> views() {
        List<Listing.View> views = new ArrayList<>();
        Sifting columns = new Sifting(kind, saying, stages, seen, makeup, others(), repeats);
        List<Dossier> found = columns.isAny() ? seen : columns.found();
        Makeup counts = columns.isAny() ? makeup : Makeup.of(kind, found);
        boolean all = filter.stage().isEmpty() && !filter.due().equals(LedgerFilter.OVER);
        views.add(view("全部", filter.atStage(""), found.size(), false, all));
        for (String stage : stages) {
            boolean chosen = filter.stage().equals(stage);
            long count = counts.stages().getOrDefault(stage, 0L);
            if (count > 0 || chosen) {
                views.add(view(stage, filter.atStage(stage), count, false, chosen));
            }
        }
        boolean chosen = filter.due().equals(LedgerFilter.OVER);
        long over = counts.over(saying);
        views.add(view("逾期", filter.dueIn(LedgerFilter.OVER), over, over > 0, chosen));
        return views;
    }

    /// What the columns are asked for, whatever the stage and the due day: what the views count.
    private LedgerFilter others() {
        return filter.atStage("").sorted("");
    }

    private boolean isAny() {
        return filter.asked().isEmpty();
    }

    private Listing.View view(
            String word, LedgerFilter asked, long count, boolean alarming, boolean chosen) {
        return new Listing.View(
                word, kind.path() + asked.query(), String.valueOf(count), alarming, chosen);
    }

    Listing.Filters menus() {
        List<Listing.Menu> menus = new ArrayList<>();
        menus.add(menu("stage", "阶段", said(stages, stage -> stage), filter.stage()));
        menus.add(menu("source", "来源", said(makeup.sources(), each -> each), filter.source()));
        menus.add(menu("body", kind.body(), said(makeup.bodies(), saying::name), filter.body()));
        add(menus, menu("owner", OWNER, said(makeup.owners(), this::holder), filter.owner()));
        add(menus, menu("aspect", ASPECT, said(makeup.aspects(), each -> each), filter.aspect()));
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

    private static Map<String, String> said(
            Collection<String> answers, UnaryOperator<String> word) {
        Map<String, String> said = new TreeMap<>();
        answers.forEach(answer -> said.put(answer, word.apply(answer)));
        return said;
    }

    private String holder(String post) {
        return saying.organization()
                .holder(post, saying.today())
                .map(saying::name)
                .orElseGet(() -> saying.name(post));
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
                option(LedgerFilter.OPEN, "在办", filter.due()),
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
