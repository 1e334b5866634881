/// 规则的读法 — duties with their forms, selectors, slots and the names visible in them.
@NullMarked
package org.mingze.institution.file.rule;

import org.jspecify.annotations.NullMarked;
