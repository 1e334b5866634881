package org.mingze.duty.entering;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.journal.Evidence;
import org.mingze.work.EntryCheck;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// 表单的附件 — files are kept before anything is entered, and come back as what a form cites.
@Component
class FormFiles {
    private static final String PART = ".file";
    private static final String COUNT = ".files";
    private static final int NAME_MAX = 100;
    private static final int EXPECTED_MAX = 50;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}/\\\\#]");

    private final Evidence evidence;

    FormFiles(Evidence evidence) {
        this.evidence = evidence;
    }

    /// 送来的 — the parameters with every kept file among them, and what is wrong with the others.
    record Sent(Map<String, List<String>> parameters, List<EntryCheck.Fault> faults) {}

    Sent take(HttpServletRequest request, RecordType type) {
        Map<String, List<String>> parameters = Filling.parameters(request.getParameterMap());
        List<EntryCheck.Fault> faults = new ArrayList<>();
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts != null) {
            parts.getMultiFileMap().forEach((name, files) -> keep(name, files, parameters, faults));
        }
        type.fields()
                .values()
                .forEach(field -> check(field.name(), field.type(), parameters, faults));
        return new Sent(parameters, faults);
    }

    /// What the counts panel is asked with: a placeholder for each file that is chosen, not sent.
    static Map<String, List<String>> expected(HttpServletRequest request) {
        Map<String, List<String>> parameters = Filling.parameters(request.getParameterMap());
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        parameters.forEach(
                (name, values) -> {
                    if (name.endsWith(COUNT) && values.getFirst().matches("[1-9]\\d?")) {
                        int chosen = Integer.parseInt(values.getFirst());
                        String field = name.substring(0, name.length() - COUNT.length());
                        for (int file = 0; file < Math.min(chosen, EXPECTED_MAX); file++) {
                            add(more, field, "待传文件" + file);
                        }
                    }
                });
        return more;
    }

    private void keep(
            String name,
            List<MultipartFile> files,
            Map<String, List<String>> parameters,
            List<EntryCheck.Fault> faults) {
        if (!name.endsWith(PART)) {
            return;
        }
        String field = name.substring(0, name.length() - PART.length());
        for (MultipartFile file : files) {
            if (file.isEmpty()) {
                continue;
            }
            switch (kept(file)) {
                case Evidence.Taking.Kept(Evidence.Citation citation) ->
                        add(parameters, field, citation.toString());
                case Evidence.Taking.Refused(String sentence) ->
                        faults.add(new EntryCheck.Fault(field, sentence));
            }
        }
    }

    private Evidence.Taking kept(MultipartFile file) {
        String given = file.getOriginalFilename();
        String name = fileName(given == null ? "" : given);
        try (InputStream bytes = file.getInputStream()) {
            return evidence.keep(name, bytes);
        } catch (IOException unreadable) {
            return new Evidence.Taking.Refused("文件「" + name + "」没有收全，重新选一次");
        }
    }

    private static String fileName(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String fit = UNFIT.matcher(last).replaceAll("").strip();
        String name = fit.isEmpty() ? "附件" : fit;
        return name.length() <= NAME_MAX ? name : name.substring(name.length() - NAME_MAX);
    }

    /// A cited file must be one that is kept here.
    private void check(
            String field,
            Type type,
            Map<String, List<String>> parameters,
            List<EntryCheck.Fault> faults) {
        boolean file = type == Simple.EVIDENCE || type.equals(new Type.ListOf(Simple.EVIDENCE));
        if (!file || !parameters.containsKey(field)) {
            return;
        }
        List<String> held = new ArrayList<>();
        for (String cited : parameters.get(field)) {
            if (isHeld(cited)) {
                held.add(cited);
            } else if (!cited.isBlank()) {
                faults.add(new EntryCheck.Fault(field, "附件“" + cited + "”没有收到，重新选一次"));
            }
        }
        parameters.put(field, held);
    }

    private boolean isHeld(String cited) {
        return Evidence.Citation.parse(cited)
                .filter(citation -> evidence.holds(citation.digest()))
                .isPresent();
    }

    private static void add(Map<String, List<String>> parameters, String field, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(field, List.of()));
        values.add(value);
        parameters.put(field, values);
    }
}
