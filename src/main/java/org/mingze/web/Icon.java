package org.mingze.web;

/// 图标 — the line icons of places and controls; the template `web/icon` draws them.
public enum Icon {
    TODAY,
    PEN,
    PLUS,
    DUTY,
    LEDGER,
    SEND,
    EYE,
    MEETING,
    LETTER,
    REPORT,
    GRID,
    BOOK,
    READING,
    TREE,
    SEARCH,
    CAMERA,
    CLIP,
    CHECK,
    CROSS,
    NEAR,
    DOWN,
    RIGHT,
    SORT,
    MORE,
    STOP,
    LOCK,
    DOWNLOAD,
    PRINT,
    ASK
}
