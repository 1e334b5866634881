package org.mingze.institution.expression;

import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.syntax.Cost;

/// 名 — what an expression may mention in its slot, and the types behind it; used when it is
/// checked.
public interface Names {
    /// The type of a bare name (field, parameter, 此 其 起 期 本机构 …); empty if not visible here.
    Optional<Type> type(String name);

    /// Every visible bare name, for "did you mean".
    Set<String> visible();

    /// The type of a field of a record type, 日 时 录时 迟录 录者 included; empty if there is none.
    Optional<Type> field(String recordType, String field);

    Set<String> fields(String recordType);

    Set<String> recordTypes();

    /// The type of a member of a body (类 级 地 名 负责人) or a post (机构 职 级 名); override it to
    /// give 类, 级 and 职 their choice lists.
    default Optional<Type> member(Type.Simple of, String name) {
        return switch (of) {
            case BODY ->
                    switch (name) {
                        case "类", "级", "地", "名" -> Optional.of(Type.Simple.TEXT);
                        case "负责人" -> Optional.of(Type.Simple.POST);
                        default -> Optional.empty();
                    };
            case POST ->
                    switch (name) {
                        case "职", "级", "名" -> Optional.of(Type.Simple.TEXT);
                        case "机构" -> Optional.of(Type.Simple.BODY);
                        default -> Optional.empty();
                    };
            case TRUTH,
                    INTEGER,
                    NUMBER,
                    MONEY,
                    DURATION,
                    DAY,
                    MOMENT,
                    TEXT,
                    PERSON,
                    EVIDENCE,
                    PERIOD ->
                    Optional.empty();
        };
    }

    /// The type of 阶段(r): a choice among the stage words where they are known.
    default Type stage() {
        return Type.Simple.TEXT;
    }

    /// The duties whose obligations may be counted here by 应 履 迟 违 免 缺; empty where none may.
    default Optional<Set<String>> duties() {
        return Optional.empty();
    }

    /// Whether a bare name is a derived field (定义), which may ask about other records.
    default boolean isDerived(String name) {
        return false;
    }

    /// What the derived field (定义) of this name costs; empty if no definition has the name.
    default Optional<Cost> cost(String name) {
        return Optional.empty();
    }

    /// Whether a built-in function may be used in this slot, e.g. 期内 where there is a period.
    default boolean allows(String function) {
        return true;
    }
}
