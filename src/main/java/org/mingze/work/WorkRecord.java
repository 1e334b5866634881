package org.mingze.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

/// 工作纪实 — one record as known at one prefix of the journal: the fields first entered, overlaid
/// with every correction known since.
///
/// @param fields typed values; a field that was never filled is absent
public record WorkRecord(
        long number,
        RecordType type,
        Occurred occurred,
        Instant recordedAt,
        Recorder recorder,
        EntryMode mode,
        Map<String, Value> fields) {
    public WorkRecord {
        fields = type.filled(fields);
    }

    /// The same record with some fields changed.
    WorkRecord changed(Map<String, Value> changes) {
        return new WorkRecord(
                number, type, occurred, recordedAt, recorder, mode, type.changed(fields, changes));
    }

    public LocalDate day() {
        return occurred.day();
    }

    /// A field's value, the built-in ones included; empty when it was never filled.
    public Optional<Value> field(String name) {
        Value filled = fields.get(name);
        if (filled != null) {
            return Optional.of(filled);
        }
        return switch (name) {
            case "日" -> Optional.of(new Value.Day(day()));
            case "时" -> Optional.of(new Value.Moment(occurred.moment()));
            case "录时" -> Optional.of(new Value.Moment(ChinaTime.moment(recordedAt)));
            case "迟录" -> Optional.of(Value.Numeric.of(lateDays()));
            case "录者" ->
                    recorder.person().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Value.Reference.person(recorder.person()));
            default -> Optional.empty();
        };
    }

    public boolean isFilled(String name) {
        return field(name).filter(value -> !value.isUnknown()).isPresent();
    }

    /// 迟录 — whole days from 业时 to 录时; 0 when recorded on the day.
    public long lateDays() {
        return Math.max(0, ChronoUnit.DAYS.between(day(), ChinaTime.day(recordedAt)));
    }
}
