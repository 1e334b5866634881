/// 本单位模板 — reports filled into the Word documents of offices, in the browser.
@NullMarked
package org.mingze.report.office;

import org.jspecify.annotations.NullMarked;
