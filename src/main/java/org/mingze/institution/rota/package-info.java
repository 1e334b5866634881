/// 排班 — on which days a rota asks for something, and for what.
@NamedInterface("rota")
@NullMarked
package org.mingze.institution.rota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
