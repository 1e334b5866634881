/// 查找页 — one field for records, items of ledgers, institutions and reports.
@NullMarked
package org.mingze.office.finding;

import org.jspecify.annotations.NullMarked;
