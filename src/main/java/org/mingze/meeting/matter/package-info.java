/// 议题所依 — what a topic or a meeting rests on: matters and plans that are on the journal.
@NullMarked
package org.mingze.meeting.matter;

import org.jspecify.annotations.NullMarked;
