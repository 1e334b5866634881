/// 看分 — the scores of a scheme as pages, and the acts on them: points by hand, appeals, answers.
@NullMarked
package org.mingze.assessment.scoring;

import org.jspecify.annotations.NullMarked;
