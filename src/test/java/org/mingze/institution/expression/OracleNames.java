package org.mingze.institution.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;

/// The names that both may use, with what the oracle calls them.
final class OracleNames implements Names {
    static final Map<String, String> ASCII =
            Map.ofEntries(
                    Map.entry("应到", "due"),
                    Map.entry("实到", "came"),
                    Map.entry("公开", "open"),
                    Map.entry("列席", "seen"),
                    Map.entry("名称", "name"),
                    Map.entry("地点", "site"),
                    Map.entry("议程", "rows"),
                    Map.entry("号码", "codes"),
                    Map.entry("题", "topics"),
                    Map.entry("类", "kind"),
                    Map.entry("序", "place"),
                    Map.entry("临时", "sudden"));
    private static final Map<String, Type> TYPES = types();

    private static Map<String, Type> types() {
        Map<String, Type> row = new LinkedHashMap<>();
        row.put("类", Simple.TEXT);
        row.put("序", Simple.INTEGER);
        row.put("临时", Simple.TRUTH);
        Map<String, Type> types = new LinkedHashMap<>();
        for (String name : List.of("应到", "实到")) {
            types.put(name, Simple.INTEGER);
        }
        for (String name : List.of("公开", "列席")) {
            types.put(name, Simple.TRUTH);
        }
        for (String name : List.of("名称", "地点")) {
            types.put(name, Simple.TEXT);
        }
        types.put("议程", new ListOf(new Structure(row)));
        types.put("号码", new ListOf(Simple.INTEGER));
        types.put("题", new ListOf(Simple.TEXT));
        return types;
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    @Override
    public Set<String> visible() {
        return TYPES.keySet();
    }

    @Override
    public Optional<Type> field(String recordType, String field) {
        return Optional.empty();
    }

    @Override
    public Set<String> fields(String recordType) {
        return Set.of();
    }

    @Override
    public Set<String> recordTypes() {
        return Set.of();
    }
}
