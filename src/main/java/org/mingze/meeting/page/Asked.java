package org.mingze.meeting.page;

import org.mingze.web.Mark;

/// 条文要求 — one article that speaks of a topic: how it stands, what it says, where it is written.
///
/// @param read what was found, empty where nothing need be said
public record Asked(Mark mark, String duty, String article, String href, String read) {}
