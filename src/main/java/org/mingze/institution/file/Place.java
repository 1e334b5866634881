package org.mingze.institution.file;

/// 位置 — where something stands in a file: line and column, both counted from 1, in characters.
record Place(int line, int column) {
    static final Place START = new Place(1, 1);

    Place right(int characters) {
        return new Place(line, column + characters);
    }
}
