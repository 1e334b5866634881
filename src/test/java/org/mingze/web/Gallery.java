package org.mingze.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.web.serving.Problem;

/// 样张 — every template filled with sample words, under the name of its file.
final class Gallery {
    /// 一张 — a template and what it is filled with.
    record Plate(String template, Map<String, Object> model) {}

    private static final Frame.Assets ASSETS =
            new Frame.Assets("mingze.css", "app.js", "htmx.js", "passkey.js", "");
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);

    private Gallery() {}

    static Map<String, Plate> plates() {
        Map<String, Plate> plates = new LinkedHashMap<>();
        plates.put("today", page("duty/today", TodaySample.busy()));
        plates.put("today-empty", page("duty/today", TodaySample.quiet()));
        plates.put("entry", page("work/entry", EntrySample.filled()));
        plates.put("entry-faults", page("work/entry", EntrySample.faulty()));
        plates.put("duty", page("duty/duty", DutySample.breached()));
        plates.put("duty-long", page("duty/duty", DutySample.fulfilled()));
        plates.put("duties", page("duty/duties", DutySample.list()));
        plates.put("ledger", page("dossier/ledger", DossierSample.ledger()));
        plates.put("ledger-empty", page("dossier/ledger", DossierSample.emptyLedger()));
        plates.put("dossier", page("dossier/dossier", DossierSample.dossier()));
        plates.put("readings", page("reading/readings", ReadingSample.list()));
        plates.put("reading", page("reading/reading", ReadingSample.document()));
        plates.put("reports", page("report/reports", ReportSample.list()));
        plates.put("report", page("report/report", ReportSample.report()));
        plates.put("institutions", page("duty/institutions", InstitutionSample.list()));
        plates.put("institution", page("duty/institution", InstitutionSample.text()));
        plates.put("organization", page("work/organization", RecordSample.tree()));
        plates.put("record", page("work/record", RecordSample.record()));
        plates.put("more", only("web/more"));
        plates.put("sign-in", page("access/sign-in", SignInSample.again()));
        plates.put("error-404", problem(404));
        plates.put("error-403", problem(403));
        plates.put("error-413", problem(413));
        plates.put("error-500", problem(500));
        return plates;
    }

    static String render(Plate plate) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(plate.template() + ".jte", plate.model(), output);
        return output.toString();
    }

    static Frame frame(Appearance appearance, Optional<Notice> notice) {
        Frame.PostHeld secretary = new Frame.PostHeld("qingshi.secretary", "青石街道党工委书记");
        return new Frame(
                "明川县",
                Optional.of(
                        new Frame.Acting(
                                "周砚田",
                                secretary,
                                List.of(
                                        secretary,
                                        new Frame.PostHeld(
                                                "county.leader", "明川县老旧小区改造工作领导小组副组长")))),
                Map.of(
                        Place.TODAY, 3,
                        Place.DUTIES, 46,
                        Place.RECTIFICATIONS, 128,
                        Place.PETITIONS, 4),
                appearance,
                new Frame.Csrf("_csrf", "token"),
                ASSETS,
                "/",
                notice);
    }

    private static Plate only(String template) {
        return new Plate(template, Map.of("frame", frame(Appearance.DEFAULT, Optional.empty())));
    }

    private static Plate problem(int status) {
        return new Plate(
                "web/error",
                Map.of(
                        "frame",
                        frame(Appearance.DEFAULT, Optional.empty()),
                        "problem",
                        Problem.of(status, "3f9a01c2")));
    }

    private static Plate page(String template, Object page) {
        return new Plate(
                template,
                Map.of("frame", frame(Appearance.DEFAULT, Optional.empty()), "page", page));
    }
}
