package org.mingze.institution;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.institution.expression.Value;

/// 地方设定 — a value that a county, township or body gives a parameter, as a 设定 file says it; it
/// holds once an act 设参 records it.
///
/// @param setter      设定: the body whose file it is
/// @param institution 编号 of the institution whose parameter it is
/// @param body        机构: for whom the value holds; the setter and everybody below it if empty
public record LocalSetting(
        String setter,
        String institution,
        String parameter,
        Optional<String> body,
        LocalDate from,
        Optional<LocalDate> until,
        Value value,
        String basis) {}
