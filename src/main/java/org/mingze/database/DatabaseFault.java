package org.mingze.database;

/// 数据库故障 — why the database cannot be used; the message is a Chinese sentence with its remedy.
public final class DatabaseFault extends RuntimeException {
    DatabaseFault(String sentence) {
        super(sentence);
    }

    DatabaseFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
