/// 表单 — the form that a record type asks for, and the content that it sends.
@NamedInterface("form")
@NullMarked
package org.mingze.work.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
