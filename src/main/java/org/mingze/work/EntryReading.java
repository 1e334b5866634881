package org.mingze.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;

/// 读账 — reads the content of an entry into typed values, with the names that were valid that day.
final class EntryReading implements RecordReader.Resolver {
    private final Organization organization;
    private final Map<Value.Reference, Value.Reference> references;
    private final LocalDate day;

    /// @param references every body, post and person ever named, held once
    EntryReading(
            Organization organization,
            Map<Value.Reference, Value.Reference> references,
            LocalDate day) {
        this.organization = organization;
        this.references = references;
        this.day = day;
    }

    WorkRecord record(RecordType type, Entry entry) {
        return new WorkRecord(
                entry.number(),
                type,
                entry.occurred(),
                entry.recordedAt(),
                entry.recorder(),
                entry.mode(),
                sound(RecordReader.read(type, entry.content(), this)));
    }

    Map<String, Value> changes(RecordType type, Content.Group content) {
        return sound(RecordReader.readChange(type, content, this));
    }

    private static Map<String, Value> sound(RecordReader.Read read) {
        return switch (read) {
            case RecordReader.Read.Sound(Map<String, Value> fields) -> fields;
            case RecordReader.Read.Faulty(List<RecordReader.Fault> faults) ->
                    throw new IllegalArgumentException(
                            faults.stream()
                                    .map(fault -> fault.field() + "：" + fault.sentence())
                                    .collect(Collectors.joining("；")));
        };
    }

    /// A code or a name; what is not known yet stands for itself.
    @Override
    public Optional<String> code(Value.Reference.Kind kind, String text) {
        Optional<String> found =
                switch (kind) {
                    case BODY -> organization.findBody(text, day);
                    case POST -> organization.findPost(text, day);
                    case PERSON -> organization.findPerson(text);
                };
        return found.isPresent() ? found : Optional.of(text);
    }

    @Override
    public Optional<Value> reference(Value.Reference.Kind kind, String text) {
        return code(kind, text)
                .map(code -> new Value.Reference(kind, code))
                .map(named -> references.computeIfAbsent(named, Function.identity()));
    }
}
