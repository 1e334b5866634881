package org.mingze.report.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.report.ComposingReport;
import org.mingze.report.kept.Handed;
import org.mingze.report.kept.OfficeTemplates;
import org.mingze.report.paper.OfficeTemplate;
import org.mingze.report.paper.PaperForm;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Icon;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 本单位模板 — hand in a Word document with places once; from then on reports of its kind fill it.
@Controller
class OfficeTemplatesController {
    private static final int NAME_MAX = 120;

    private final ComposingReport composing;
    private final OfficeTemplates templates;

    OfficeTemplatesController(ComposingReport composing, OfficeTemplates templates) {
        this.composing = composing;
        this.templates = templates;
    }

    @GetMapping("/reports/office")
    ModelAndView show(Officer officer, @RequestParam Map<String, String> typed) {
        return page(officer, asked(typed), "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/reports/office")
    ModelAndView handIn(
            Officer officer,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
            RedirectAttributes redirect)
            throws IOException {
        Handed.Asked asked = asked(typed);
        Instant now = Instant.now();
        ComposingReport.Kind kind = composing.kind(officer, asked, now);
        if (file.filter(each -> !each.isEmpty()).isEmpty()) {
            return wrong(officer, asked, "选一份.docx模板", List.of());
        }
        byte[] bytes = file.get().getBytes();
        List<String> faults = new ArrayList<>(faults(officer, asked, bytes, now));
        if (faults.isEmpty()) {
            templates
                    .keep(
                            officer.county(),
                            kind.number(),
                            name(String.valueOf(file.get().getOriginalFilename())),
                            bytes,
                            officer.person(),
                            now)
                    .ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return wrong(officer, asked, "", faults);
        }
        redirect.addFlashAttribute(
                Notice.FLASH, Notice.done("模板留下了", "以后写“" + kind.name() + "”都能用它，换一份再交来。"));
        return new ModelAndView("redirect:/reports/office?" + asked.query());
    }

    /// What is wrong with a document: it cannot be read, or it has places that nothing fills.
    private List<String> faults(Officer officer, Handed.Asked asked, byte[] file, Instant now) {
        try {
            OfficeTemplate template = OfficeTemplate.read(file);
            if (template.places().isEmpty()) {
                return List.of("模板里没有一个位。把要填的地方写成{{人}}这样，再交来。");
            }
            return switch (composing.fill(officer, asked, template, false, now)) {
                case ComposingReport.OfficeFile.Faulty(List<String> sentences) -> sentences;
                case ComposingReport.OfficeFile.Written _ -> List.of();
            };
        } catch (OfficeTemplate.Unusable unusable) {
            return List.of(String.valueOf(unusable.getMessage()));
        }
    }

    /// The report in the kept document, or in words why not.
    @GetMapping("/reports/office.docx")
    Object document(Officer officer, @RequestParam Map<String, String> typed) throws IOException {
        Handed.Asked asked = asked(typed);
        Instant now = Instant.now();
        ComposingReport.Kind kind = composing.kind(officer, asked, now);
        OfficeTemplates.Kept kept =
                templates
                        .find(officer.county(), kind.number())
                        .orElseThrow(() -> new NotFound("还没有交来模板", "先交来一份.docx模板。"));
        byte[] file =
                templates
                        .bytes(kept)
                        .orElseThrow(() -> new NotFound("模板不在这台机器上", "从备份里补回，或再交来一份。"));
        boolean masked = "true".equals(typed.get("masked"));
        try {
            OfficeTemplate template = OfficeTemplate.read(file);
            return switch (composing.fill(officer, asked, template, masked, now)) {
                case ComposingReport.OfficeFile.Faulty(List<String> sentences) ->
                        wrong(officer, asked, "", sentences);
                case ComposingReport.OfficeFile.Written(String title, var written) ->
                        ResponseEntity.ok()
                                .header(HttpHeaders.CONTENT_DISPOSITION, attached(title))
                                .contentType(MediaType.parseMediaType(PaperForm.DOCX.mediaType()))
                                .body(written.toByteArray());
            };
        } catch (OfficeTemplate.Unusable unusable) {
            return wrong(officer, asked, "", List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private static String attached(String title) {
        return ContentDisposition.attachment()
                .filename(title + PaperForm.DOCX.ending(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static Handed.Asked asked(Map<String, String> typed) {
        return Handed.Asked.parse(typed)
                .orElseThrow(() -> new NotFound("没有这个报告期", "从述职报告页选岗位和报告期。"));
    }

    private static String name(String given) {
        String name = given.replaceFirst(".*[/\\\\]", "").strip();
        return name.length() > NAME_MAX ? name.substring(name.length() - NAME_MAX) : name;
    }

    private ModelAndView wrong(
            Officer officer, Handed.Asked asked, String fault, List<String> faults) {
        return page(officer, asked, fault, faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            Officer officer,
            Handed.Asked asked,
            String fault,
            List<String> faults,
            HttpStatus status) {
        ComposingReport.Kind kind = composing.kind(officer, asked, Instant.now());
        String query = asked.query();
        Optional<OfficePage.Kept> kept =
                templates.find(officer.county(), kind.number()).map(each -> kept(each, query));
        List<OfficePage.Place> places = new ArrayList<>();
        kind.places()
                .forEach((written, becomes) -> places.add(new OfficePage.Place(written, becomes)));
        OfficePage page =
                new OfficePage(
                        new Heading(
                                List.of(
                                        new Link("述职报告", "/reports"),
                                        new Link(kind.name(), "/reports/duty?" + query)),
                                kept.isPresent() ? "用本单位的模板写" : "交来本单位的模板",
                                Prose.of("模板是一份.docx，要填的地方写成{{位}}，其余一字不动；数字的出处附在后面。交来一次就记住。"),
                                List.of()),
                        "/reports/office?" + query,
                        fault,
                        faults,
                        kept,
                        places);
        ModelAndView view = new ModelAndView("report/office", "page", page);
        view.setStatus(status);
        return view;
    }

    private static OfficePage.Kept kept(OfficeTemplates.Kept kept, String query) {
        String address = "/reports/office.docx?" + query;
        return new OfficePage.Kept(
                kept.name(),
                ChinaTime.day(kept.at()).toString(),
                List.of(
                        Act.main("下载.docx", address).with(Icon.DOWNLOAD),
                        Act.of("下载遮盖件.docx", address + "&masked=true").with(Icon.DOWNLOAD)));
    }
}
