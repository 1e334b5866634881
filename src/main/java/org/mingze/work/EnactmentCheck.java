package org.mingze.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;
import org.mingze.institution.Parameter;
import org.mingze.institution.ValueReader;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.organization.Body;
import org.mingze.work.EntryCheck.Fault;

/// 立制检查 — whether 施行, 废止 and 设参 name a text that reads, an institution and a number that
/// there are, and a value that may be set.
final class EnactmentCheck {
    private static final String TEXT = "文";
    private static final String FROM = "自";
    private static final String ID = "编号";
    private static final int SAID_MAX = 20;

    private final Knowledge known;
    private final Draft draft;
    private final List<Fault> faults = new ArrayList<>();

    private EnactmentCheck(Knowledge known, Draft draft) {
        this.known = known;
        this.draft = draft;
    }

    static boolean knows(String kind) {
        return List.of("施行", "废止", "设参").contains(kind);
    }

    static List<Fault> faults(Knowledge known, Draft draft) {
        EnactmentCheck check = new EnactmentCheck(known, draft);
        switch (draft.kind()) {
            case "施行" -> check.enactment();
            case "废止" -> check.repeal();
            default -> check.setting();
        }
        return check.faults;
    }

    private void enactment() {
        if (anyMissing(ID, FROM, TEXT)) {
            return;
        }
        String name = text(ID);
        List<InstitutionFiles.SourceFile> files = new ArrayList<>(known.enactedTexts());
        files.add(new InstitutionFiles.SourceFile(name, text(TEXT)));
        Loaded loaded = InstitutionFiles.read(files);
        loaded.diagnostics().stream()
                .filter(found -> isNew(found, name))
                .limit(SAID_MAX)
                .forEach(found -> fault(TEXT, said(found)));
        if (faults.isEmpty()) {
            loaded.institutions().stream()
                    .filter(read -> read.text().equals(text(TEXT)))
                    .findFirst()
                    .ifPresent(this::agrees);
        }
    }

    /// Errors of the new text, and of enacted ones that read well without it.
    private boolean isNew(Diagnostic found, String name) {
        return found.file().equals(name)
                || ReadFiles.of(known.enactedTexts()).diagnostics().stream()
                        .noneMatch(earlier -> earlier.equals(found));
    }

    private static String said(Diagnostic found) {
        return "第" + found.line() + "行：" + found.message() + found.remedy();
    }

    private void agrees(Institution read) {
        if (!read.id().equals(text(ID))) {
            fault(ID, "文中的编号是“" + read.id() + "”，两处写成一样");
        }
        if (!read.from().toString().equals(text(FROM))) {
            fault(FROM, "文中自" + read.from() + "起施行，两处写成一样");
        }
        if (read.status() == Institution.Status.DRAFT) {
            fault(TEXT, "文中写着“态: 草案”，去掉它再施行");
        }
    }

    private void repeal() {
        if (anyMissing(ID, FROM)) {
            return;
        }
        List<Enactment> versions = known.rules().versions(text(ID));
        Optional<LocalDate> from = day(FROM);
        if (versions.isEmpty()) {
            fault(ID, "没有施行过制度“" + text(ID) + "”，核对编号");
        } else if (from.filter(versions.getLast().institution().from()::isAfter).isPresent()) {
            fault(FROM, "这一版自" + versions.getLast().institution().from() + "起才施行，废止不能在它之前");
        }
    }

    private void setting() {
        if (anyMissing(ID, "参", "值", "据")) {
            return;
        }
        day(FROM);
        day("止");
        Optional<Parameter> parameter =
                known.rules().versions(text(ID)).stream()
                        .map(Enactment::institution)
                        .map(Institution::parameters)
                        .flatMap(named -> Optional.ofNullable(named.get(text("参"))).stream())
                        .reduce((_, later) -> later);
        if (parameter.isEmpty()) {
            fault("参", "施行的制度里没有“" + text(ID) + "”的参数“" + text("参") + "”，核对编号和名");
            return;
        }
        parameter.ifPresent(this::value);
    }

    private void value(Parameter parameter) {
        ValueReader.read(parameter.type(), new Content.Text(text("值")))
                .ifPresentOrElse(
                        value -> {
                            if (!parameter.isWithinBounds(value)) {
                                fault("值", "“" + text("值") + "”不在制度许设的上下界之内");
                            }
                        },
                        () -> fault("值", "“" + text("值") + "”读不成这个参数的值，写法看制度里的型"));
        Optional<String> body = draft.content().text("机构").filter(code -> !code.isBlank());
        Optional<String> level =
                body.isEmpty()
                        ? Optional.of("县")
                        : known.organization()
                                .body(body.get(), draft.occurred().day())
                                .flatMap(Body::level);
        if (!parameter.maySet(level, body.isPresent())) {
            fault(
                    "机构",
                    parameter.settableBy().isEmpty()
                            ? "这个参数由制定机关写明，不许地方设"
                            : "这个参数只许" + String.join("、", parameter.settableBy()) + "设");
        }
    }

    private Optional<LocalDate> day(String field) {
        Optional<String> written = draft.content().text(field).filter(text -> !text.isBlank());
        try {
            return written.map(LocalDate::parse);
        } catch (DateTimeException none) {
            fault(field, "“" + text(field) + "”不是日期，写成2026-03-01");
            return Optional.empty();
        }
    }

    /// Names each that is missing.
    private boolean anyMissing(String... fields) {
        List<String> missing =
                List.of(fields).stream().filter(field -> text(field).isBlank()).toList();
        missing.forEach(field -> fault(field, "“" + field + "”没有写，" + draft.kind() + "须写明"));
        return !missing.isEmpty();
    }

    private String text(String field) {
        return draft.content().text(field).orElse("");
    }

    private void fault(String field, String sentence) {
        faults.add(new Fault(field, sentence));
    }
}
