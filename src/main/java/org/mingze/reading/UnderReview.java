package org.mingze.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.reading.review.Chain;
import org.mingze.reading.review.Decision;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Finds;
import org.mingze.reading.review.ReportPeriod;
import org.mingze.reading.review.Review;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.review.Told;
import org.mingze.reading.text.Reading;
import org.mingze.reading.text.ReportReader;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 在审文件 — a document, what the reader finds in it now, and what people decided of that.
///
/// @param reading what is found, as people left it
record UnderReview(KeptReading kept, Reading reading, List<Reviewed> finds, List<Chain> chains) {
    private static final int POSTS_MAX = 300;
    private static final int TITLE_LINES = 3;
    private static final Pattern TITLE =
            Pattern.compile("[^。；：，|#]{4,60}(?:报告|材料|方案|总结|清单|台账|意见|纪要|情况|通报)");

    UnderReview {
        finds = List.copyOf(finds);
        chains = List.copyOf(chains);
    }

    static UnderReview of(KeptReading kept, List<Decision> decisions) {
        Reading machine = ReportReader.read(kept.name(), kept.text());
        List<Reviewed> finds = Review.of(Finds.of(machine, kept.text()), decisions);
        return new UnderReview(
                kept, Finds.reading(machine, finds, kept.text()), finds, Chain.of(finds));
    }

    /// What the document calls itself in its first lines; where they are no title, its file's name.
    String title() {
        return title(kept.title(), kept.text());
    }

    /// The same of a document that is not kept yet.
    static String title(String name, String text) {
        StringBuilder title = new StringBuilder();
        for (String line :
                text.lines().filter(each -> !each.isBlank()).limit(TITLE_LINES).toList()) {
            title.append(line.strip());
            if (TITLE.matcher(title).matches()) {
                return title.toString();
            }
        }
        return name;
    }

    Optional<Reviewed> find(String key) {
        return finds.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    String said(Reviewed find) {
        return find.find().said(kept.text());
    }

    /// How it stands in the ledger: the words of a person, otherwise those of the document.
    String wording(Reviewed find) {
        String worded = find.find().field(Find.WORDING);
        return worded.isEmpty() ? said(find) : worded;
    }

    /// Who answers for a problem: whom a person named, otherwise the body that handed it in.
    String body(Reviewed problem) {
        return Told.byPerson(problem) ? problem.find().field(Find.BODY) : kept.body();
    }

    /// The place in the document as an entry cites it.
    String place(Reviewed problem) {
        int from = problem.find().from();
        String at = "第" + (from + 1) + "字起";
        String part = Finds.part(reading, from);
        return part.isEmpty() ? at : part + "，" + at;
    }

    ReportPeriod period() {
        return ReportPeriod.of(kept.title() + "\n" + kept.text(), ChinaTime.day(kept.uploadedAt()));
    }

    long open(Confirmed confirmed) {
        return finds.stream().filter(each -> isOpen(each, confirmed)).count();
    }

    boolean isOpen(Reviewed find, Confirmed confirmed) {
        boolean undecided = find.isOpen() || (find.isTaken() && isLoose(find));
        return undecided && confirmed.record(find, this).isEmpty();
    }

    /// The problems that a cause or a measure belongs to.
    List<Reviewed> against(Reviewed find) {
        return find.find().kind() == FindKind.PROBLEM
                ? List.of()
                : Finds.against(find.find(), finds);
    }

    /// What belongs first of all to a problem: its causes, then its measures.
    List<Reviewed> parts(Reviewed problem) {
        return Stream.of(FindKind.CAUSE, FindKind.MEASURE)
                .flatMap(kind -> of(kind).stream())
                .filter(
                        each ->
                                against(each).stream()
                                        .findFirst()
                                        .filter(problem::equals)
                                        .isPresent())
                .toList();
    }

    /// Causes and measures that belong to no problem.
    List<Reviewed> loose() {
        return finds.stream().filter(this::isLoose).toList();
    }

    /// What belongs to no problem cannot enter, so that accepting it settles nothing.
    private boolean isLoose(Reviewed find) {
        return switch (find.find().kind()) {
            case CAUSE, MEASURE -> against(find).isEmpty();
            case PROBLEM, FIGURE, DUTY, MECHANISM -> false;
        };
    }

    List<Reviewed> of(FindKind kind) {
        return finds.stream().filter(each -> each.find().kind() == kind).toList();
    }

    /// As the page lists them: each problem with its parts, what is loose, then the other kinds.
    List<Reviewed> inOrder() {
        List<Reviewed> order = new ArrayList<>();
        for (Reviewed problem : of(FindKind.PROBLEM)) {
            order.add(problem);
            order.addAll(parts(problem));
        }
        order.addAll(loose());
        Stream.of(FindKind.DUTY, FindKind.MECHANISM, FindKind.FIGURE)
                .forEach(kind -> order.addAll(of(kind)));
        return order;
    }

    /// What the document tells in terms of the posts that its reader sees.
    Told told(Knowledge known, Sight sight, LocalDate today) {
        Map<String, String> holders = new LinkedHashMap<>();
        Map<String, String> posts = new LinkedHashMap<>();
        sight.bodies(known.organization(), today).stream()
                .flatMap(body -> known.organization().postsIn(body.code(), today).stream())
                .limit(POSTS_MAX)
                .forEach(
                        post ->
                                known.organization()
                                        .holder(post.code(), today)
                                        .ifPresent(
                                                person -> {
                                                    posts.put(post.code(), post.name());
                                                    holders.put(
                                                            post.code(),
                                                            Naming.of(
                                                                    known.organization(),
                                                                    person,
                                                                    today));
                                                }));
        return new Told(holders, posts, written());
    }

    /// The day on which it was written at the latest: days that it names without a year come after.
    /// A plan tells of days to come, so that its period may end later than it was read.
    LocalDate written() {
        LocalDate read = ChinaTime.day(kept.uploadedAt());
        return period().to().isAfter(read) ? read : period().to();
    }
}
