/// 考核 — assessment schemes as an institution declares them.
@NamedInterface("assessment")
@NullMarked
package org.mingze.institution.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
