package org.mingze.institution.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Institution;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 题头 — title, id and time in force of an institution or a vocabulary.
record Heading(
        String title,
        String id,
        Position idPlace,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<String> act,
        Institution.Status status,
        boolean split) {
    private static final String SPLIT = "拆分";
    static final Section.Keys IN_FORCE =
            new Section.Keys("施行", Set.of("自"), Set.of("止", "态", "依", "分期"));

    /// @param titleKey 制度 or 词汇
    static Optional<Heading> read(Section section, String titleKey, Findings findings) {
        Optional<Tree.Scalar> title = section.scalar(titleKey);
        Optional<Tree.Scalar> id = section.scalar("编号");
        id.filter(scalar -> !scalar.text().matches("[a-z0-9]+(\\.[a-z0-9]+)*"))
                .ifPresent(
                        scalar ->
                                findings.add(
                                        DiagnosticKind.BAD_ID,
                                        scalar.place(),
                                        "编号“" + scalar.text() + "”写得不对。"));
        Optional<Section> inForce =
                section.get("施行").flatMap(tree -> Section.of(tree, IN_FORCE, findings));
        Optional<LocalDate> from =
                inForce.flatMap(of -> of.scalar("自")).flatMap(day -> Literals.day(day, findings));
        Optional<LocalDate> until =
                inForce.flatMap(of -> of.scalar("止")).flatMap(day -> Literals.day(day, findings));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            findings.add(
                    DiagnosticKind.END_BEFORE_START,
                    inForce.map(of -> of.placeOf("止")).orElse(Position.START),
                    "止" + until.get() + "在自" + from.get() + "之前。");
        }
        Institution.Status status = status(inForce, findings);
        boolean split = split(inForce, findings);
        if (title.isEmpty() || id.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Heading(
                        title.get().text(),
                        id.get().text(),
                        id.get().place(),
                        from.get(),
                        until,
                        inForce.flatMap(of -> of.text("依")),
                        status,
                        split));
    }

    private static Institution.Status status(Optional<Section> inForce, Findings findings) {
        return inForce.flatMap(of -> of.scalar("态"))
                .flatMap(
                        word ->
                                Literals.word(
                                        word,
                                        List.of(Institution.Status.values()),
                                        Institution.Status::word,
                                        findings))
                .orElse(Institution.Status.IN_FORCE);
    }

    private static boolean split(Optional<Section> inForce, Findings findings) {
        return inForce.flatMap(of -> of.scalar("分期"))
                .flatMap(word -> Literals.word(word, List.of("期首", SPLIT), each -> each, findings))
                .filter(SPLIT::equals)
                .isPresent();
    }
}
