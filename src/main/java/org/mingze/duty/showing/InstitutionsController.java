package org.mingze.duty.showing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mingze.access.Officer;
import org.mingze.duty.InstitutionPage;
import org.mingze.duty.InstitutionsPage;
import org.mingze.duty.cases.CaseRun;
import org.mingze.duty.cases.Library;
import org.mingze.duty.cases.Outcome;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 制度 — the list of those enacted, and one version with what it obliges.
@Controller
class InstitutionsController {
    private final CountyLedgers ledgers;
    private static final Path LIBRARY = Path.of("institutions");

    private final KeptOwed kept;
    private final Supplier<Optional<Library>> library =
            SingletonSupplier.of(
                    () ->
                            Files.isDirectory(LIBRARY)
                                    ? Optional.of(Library.read(LIBRARY))
                                    : Optional.empty());
    private final Map<List<String>, List<Outcome>> outcomes = new ConcurrentHashMap<>();

    InstitutionsController(CountyLedgers ledgers, KeptOwed kept) {
        this.ledgers = ledgers;
        this.kept = kept;
    }

    @GetMapping("/institutions")
    ModelAndView list(
            Officer officer,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String find) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        InstitutionsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                InstitutionsView.of(
                                        Owed.nothing(known, officer.post().code(), today),
                                        !open.isEmpty(),
                                        find.strip()));
        return new ModelAndView("duty/institutions", "page", page);
    }

    @GetMapping("/institutions/{id}")
    ModelAndView show(
            Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String cases) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Optional<List<Outcome>> outcomes =
                cases.isEmpty()
                        ? alreadyRun(officer.county(), id)
                        : Optional.of(run(officer.county(), id));
        InstitutionPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                InstitutionView.of(
                                        kept.of(
                                                officer.county(),
                                                known,
                                                officer.post().code(),
                                                today),
                                        enactment(known, id, version, today),
                                        outcomes));
        return new ModelAndView("duty/institution", "page", page);
    }

    /// The cases alone, for a page that is open already.
    @GetMapping("/institutions/{id}/cases")
    ModelAndView cases(Officer officer, @PathVariable String id) {
        ledgers.ask(
                officer.county(), known -> enactment(known, id, "", LocalDate.now(ChinaTime.ZONE)));
        return new ModelAndView(
                "duty/cases", "cases", InstitutionView.cases(run(officer.county(), id)));
    }

    /// What came of the cases if that is known without running them; none where there are none.
    private Optional<List<Outcome>> alreadyRun(int county, String id) {
        List<String> texts = ledgers.ask(county, known -> known.rules().textsInForce(id));
        return texts.isEmpty() || !Files.isDirectory(LIBRARY)
                ? Optional.of(List.of())
                : Optional.ofNullable(outcomes.get(key(id, texts)));
    }

    /// The cases of the library beside the program, run once against what is enacted.
    private List<Outcome> run(int county, String id) {
        List<String> texts = ledgers.ask(county, known -> known.rules().textsInForce(id));
        return texts.isEmpty() || library.get().isEmpty()
                ? List.of()
                : outcomes.computeIfAbsent(
                        key(id, texts), _ -> CaseRun.of(library.get().get(), id, texts));
    }

    private static List<String> key(String id, List<String> texts) {
        List<String> key = new ArrayList<>(texts);
        key.add(id);
        return key;
    }

    private static Enactment enactment(
            Knowledge known, String id, String version, LocalDate today) {
        List<Enactment> versions = known.rules().versions(id);
        if (versions.isEmpty()) {
            throw new NotFound("没有编号为“" + id + "”的制度", "从制度列表里找；没有施行的，不在列表里。");
        }
        return versions.stream()
                .filter(each -> each.institution().from().toString().equals(version))
                .reduce((_, later) -> later)
                .or(() -> known.rules().inForce(id, today))
                .or(() -> known.rules().suspended(id, today))
                .orElseGet(versions::getLast);
    }
}
