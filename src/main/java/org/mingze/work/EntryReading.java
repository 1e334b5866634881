package org.mingze.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.work.index.KnownNames;

/// 读账 — reads the content of an entry into typed values, with the names that were valid that day.
final class EntryReading implements RecordReader.Resolver {
    private final KnownNames names;
    private final LocalDate day;

    EntryReading(KnownNames names, LocalDate day) {
        this.names = names;
        this.day = day;
    }

    WorkRecord record(RecordType type, Entry entry) {
        return new WorkRecord(
                entry.number(),
                type,
                names.held(entry.occurred()),
                entry.recordedAt(),
                entry.recorder(),
                entry.mode(),
                sound(RecordReader.read(type, entry.content(), this)));
    }

    Map<String, Value> changes(RecordType type, Content.Group content) {
        return type.filled(sound(RecordReader.readChange(type, content, this)));
    }

    private static Map<String, Value> sound(RecordReader.Read read) {
        return switch (read) {
            case RecordReader.Read.Sound(Map<String, Value> fields) -> fields;
            case RecordReader.Read.Faulty(List<RecordReader.Fault> faults, var _) ->
                    throw new IllegalArgumentException(
                            faults.stream()
                                    .map(fault -> fault.field() + "：" + fault.sentence())
                                    .collect(Collectors.joining("；")));
        };
    }

    @Override
    public Optional<String> code(Value.Reference.Kind kind, String text) {
        return Optional.of(names.reference(kind, text, day).code());
    }

    @Override
    public Optional<Value> reference(Value.Reference.Kind kind, String text) {
        return Optional.of(names.reference(kind, text, day));
    }
}
