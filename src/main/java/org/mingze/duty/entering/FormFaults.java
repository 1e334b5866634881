package org.mingze.duty.entering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.work.EntryCheck;

/// 栏上的差错 — the faults of an entry, each at a field that the form shows.
record FormFaults(List<EntryCheck.Fault> faults) {
    static final FormFaults NONE = new FormFaults(List.of());

    FormFaults {
        faults = List.copyOf(faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    String at(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(EntryCheck.Fault::sentence)
                .findFirst()
                .orElse("");
    }

    /// What the reader of a form takes; a path into a list that names no row means the whole list.
    List<RecordReader.Fault> forForm(RecordType type) {
        Map<String, RecordReader.Fault> placed = new LinkedHashMap<>();
        for (EntryCheck.Fault fault : faults) {
            String field = fault.field();
            int dot = field.indexOf('.');
            String top = dot < 0 ? field : field.substring(0, dot);
            boolean rows =
                    type.field(top)
                            .filter(known -> known.type() instanceof Type.ListOf)
                            .isPresent();
            String place = rows && field.indexOf('[') < 0 ? top : field;
            placed.putIfAbsent(place, new RecordReader.Fault(place, fault.sentence()));
        }
        return List.copyOf(placed.values());
    }

    /// 议程[2].类 stands in 议程.
    static String topLevel(String path) {
        return path.replaceFirst("[.\\[].*", "");
    }
}
