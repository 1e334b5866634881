package org.mingze.work.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordForm;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.journal.Content;
import org.mingze.web.Field;
import org.mingze.web.Field.Option;

/// 记录表单 — the questions that a record type asks, with the answers so far.
///
/// @param fields what is asked first: required, already answered, faulty, words and evidence,
///     who is to do it and by when
/// @param folded the rest
public record EntryForm(List<Field> fields, List<Field> folded) {
    /// A type of so few questions is asked whole.
    private static final int FEW = 5;

    /// 候选 — whom and what a field may refer to, as shown in its menu.
    public interface Candidates {
        List<Option> people();

        List<Option> posts();

        List<Option> bodies();

        /// Records of these types, newest first; no type means any.
        List<Option> records(Set<String> types);
    }

    public EntryForm {
        fields = List.copyOf(fields);
        folded = List.copyOf(folded);
    }

    public static EntryForm of(
            RecordType type,
            Content.Group answers,
            List<RecordReader.Fault> faults,
            Candidates candidates) {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach(
                fault -> sentences.putIfAbsent(EntryContent.name(fault.field()), fault.sentence()));
        List<Field> all = new ArrayList<>();
        List<Field> first = new ArrayList<>();
        List<Field> folded = new ArrayList<>();
        Questions asking = new Questions(type.form(), sentences, candidates);
        for (RecordType.Field declared : type.fields().values()) {
            Optional<Content> answer = answers.get(declared.name());
            boolean needed = declared.required() || type.form().needs(declared.name());
            Field field =
                    asking.field(
                            declared.name(),
                            hint(declared, type.form()),
                            needed,
                            declared.type(),
                            answer);
            if (answer.isEmpty() && type.form().unasked().contains(declared.name())) {
                continue;
            }
            boolean asked =
                    needed
                            || answer.isPresent()
                            || asking.isFaulty(field)
                            || isTold(declared.type())
                            || RecordOwner.isToDo(declared.name());
            all.add(field);
            (asked ? first : folded).add(field);
        }
        return type.fields().size() > FEW
                ? new EntryForm(first, folded)
                : new EntryForm(all, List.of());
    }

    private static boolean isTold(Type type) {
        return type == Simple.TEXT
                || type == Simple.EVIDENCE
                || type.equals(new Type.ListOf(Simple.EVIDENCE));
    }

    private static String hint(RecordType.Field declared, RecordForm form) {
        FieldClass kept = declared.fieldClass();
        String classed =
                switch (kept) {
                    case PUBLIC, INTERNAL -> "";
                    case PERSONAL -> "个人信息";
                    case CASE -> "涉案，只写数和编号";
                };
        return Stream.of(classed, form.oneOf(declared.name(), _ -> true))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("；"));
    }
}
