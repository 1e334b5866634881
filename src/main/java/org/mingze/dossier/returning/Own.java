package org.mingze.dossier.returning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.journal.Recorder;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 本单位的 — what tells of one body or was entered there, on a day.
record Own(Knowledge known, String body, LocalDate today) {
    static final int DAYS = 7;

    static Optional<Own> of(Knowledge known, Officer officer, LocalDate today) {
        return known.organization()
                .lastPost(officer.post().code(), today)
                .map(post -> new Own(known, post.body(), today));
    }

    /// The first day of the week for which it stands on 今日.
    LocalDate since() {
        return today.minusDays(DAYS - 1);
    }

    boolean isOfAnother(Recorder recorder) {
        return bodyOf(recorder).filter(by -> !by.equals(body)).isPresent();
    }

    boolean concerns(WorkRecord record) {
        return Stream.concat(
                        Stream.of(WorkRecords.body(record, known)),
                        bodyOf(record.recorder()).stream())
                .anyMatch(
                        each ->
                                known.organization()
                                        .carriedOnBy(each, today)
                                        .filter(body::equals)
                                        .isPresent());
    }

    private Optional<String> bodyOf(Recorder recorder) {
        return known.organization().lastPost(recorder.post(), today).map(Post::body);
    }
}
