package org.mingze.institution.file.tree;

/// 位置 — where something stands in a file: line and column, both counted from 1, in characters.
public record Position(int line, int column) {
    public static final Position START = new Position(1, 1);

    public Position right(int characters) {
        return new Position(line, column + characters);
    }
}
