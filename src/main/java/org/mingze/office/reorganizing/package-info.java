/// 机构事务 — reorganizations, appointments, handovers and delegations, entered from the browser.
@NullMarked
package org.mingze.office.reorganizing;

import org.jspecify.annotations.NullMarked;
