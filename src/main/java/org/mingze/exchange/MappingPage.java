package org.mingze.exchange;

import java.util.List;
import org.mingze.web.Field;
import org.mingze.web.Heading;

/// 列对应页 — each head of a file with its first rows, and what each column is.
public record MappingPage(Heading heading, String send, String fault, List<Section> sections) {
    /// 一种表头 — the sheets that have it.
    ///
    /// @param note      what a row of the type wants to be known before
    /// @param was       the type that the columns below are shown for
    /// @param constants what every row says where no column does
    public record Section(
            int place,
            String sheets,
            Field type,
            String note,
            String was,
            List<Column> columns,
            List<Field> constants) {
        public Section {
            columns = List.copyOf(columns);
            constants = List.copyOf(constants);
        }
    }

    /// 一列 — its letter, its name, what stands in the first rows, and what it may be.
    public record Column(
            String letter, String head, String samples, String name, List<Field.Option> options) {
        public Column {
            options = List.copyOf(options);
        }
    }

    public MappingPage {
        sections = List.copyOf(sections);
    }
}
