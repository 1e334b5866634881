/// 词汇的读法 — choice lists, roles, record types and their fields.
@NullMarked
package org.mingze.institution.file.words;

import org.jspecify.annotations.NullMarked;
