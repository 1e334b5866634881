package org.mingze.access;

import java.util.List;

/// 样例人员 — whom a visitor of the invented county may sign in as.
public interface SamplePeople {
    List<SignInPage.Sample> of(int county);
}
