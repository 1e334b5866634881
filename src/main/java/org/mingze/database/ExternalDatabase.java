package org.mingze.database;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// 外部数据库 — a PostgreSQL that somebody else runs.
///
/// @param owner    the account that migrates: it owns the database and may create roles, unless
///                 `mingze_app` and `mingze_eraser` are there already
/// @param password that of `mingze_app`
public record ExternalDatabase(String url, String owner, String ownerPassword, String password) {

    /// Reads `mingze.database.url`, `.owner`, `.owner-password` and `.password`; empty without url.
    ///
    /// @throws DatabaseFault when there is an url and one of the others is missing
    public static Optional<ExternalDatabase> from(Function<String, Optional<String>> settings) {
        return settings.apply("mingze.database.url")
                .map(
                        url ->
                                new ExternalDatabase(
                                        url,
                                        required(settings, "owner"),
                                        required(settings, "owner-password"),
                                        required(settings, "password")));
    }

    private static String required(Function<String, Optional<String>> settings, String name) {
        return settings.apply("mingze.database." + name)
                .orElseThrow(
                        () ->
                                new DatabaseFault(
                                        "设了 MINGZE_DATABASE_URL，还须设 MINGZE_DATABASE_"
                                                + name.replace("-", "_").toUpperCase(Locale.ROOT)));
    }
}
