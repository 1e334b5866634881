package org.mingze.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;

/// 已读制度 — files read lately, so that replaying a journal does not read the same texts again.
final class ReadFiles {
    private static final int KEPT_MAX = 32;

    private static final Map<List<InstitutionFiles.SourceFile>, Loaded> KEPT =
            new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<List<InstitutionFiles.SourceFile>, Loaded> eldest) {
                    return size() > KEPT_MAX;
                }
            };

    private ReadFiles() {}

    static Loaded of(List<InstitutionFiles.SourceFile> files) {
        synchronized (KEPT) {
            return KEPT.computeIfAbsent(List.copyOf(files), InstitutionFiles::read);
        }
    }
}
