/// 议事页面 — what the pages of a meeting show.
@NullMarked
package org.mingze.meeting.page;

import org.jspecify.annotations.NullMarked;
