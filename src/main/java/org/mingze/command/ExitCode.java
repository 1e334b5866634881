package org.mingze.command;

/// 退出码 — what scripts rely on.
final class ExitCode {
    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int FAILED = 3;

    private ExitCode() {}
}
