package org.mingze.office.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 查找制度 — titles, articles and duties of institutions that hold every word.
final class FindingInstitutions {
    private final Knowledge known;
    private final LocalDate today;
    private final List<String> words;
    private final List<FindingPage.Found> found = new ArrayList<>();

    private FindingInstitutions(Knowledge known, LocalDate today, List<String> words) {
        this.known = known;
        this.today = today;
        this.words = words;
    }

    static List<FindingPage.Found> of(Knowledge known, LocalDate today, List<String> words) {
        FindingInstitutions finding = new FindingInstitutions(known, today, words);
        for (String id : known.rules().institutions()) {
            known.rules()
                    .inForce(id, today)
                    .or(() -> known.rules().versions(id).stream().reduce((_, later) -> later))
                    .ifPresent(finding::find);
        }
        return finding.found;
    }

    private void find(Enactment version) {
        Institution institution = version.institution();
        if (holds(institution.title())) {
            add(institution, "题名", institution.title());
        }
        for (Institution.Source source : institution.sources().values()) {
            for (Map.Entry<String, String> article : source.articles().entrySet()) {
                if (holds(article.getValue())) {
                    String place = "《" + source.title() + "》第" + article.getKey() + "条";
                    add(institution, place, article.getValue());
                }
            }
        }
        for (Duty duty : institution.duties()) {
            Optional<String> article = duty.basis().words().filter(this::holds);
            if (holds(duty.name())) {
                add(institution, "职责" + duty.number(), duty.name());
            } else if (article.isPresent()) {
                add(institution, duty.basis().citation(), article.get());
            }
        }
    }

    private boolean holds(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private void add(Institution institution, String place, String text) {
        Prose where = Around.of(place, text, words.getFirst());
        boolean twice = found.stream().anyMatch(each -> each.where().equals(where));
        if (!twice) {
            found.add(
                    new FindingPage.Found(
                            new Link(
                                    "《" + institution.title() + "》",
                                    DutyLinks.institution(institution.id())),
                            List.of(),
                            where,
                            known.rules().inForce(institution.id(), today).isPresent()
                                    ? "制度，施行中"
                                    : "制度，今天不在施行"));
        }
    }
}
