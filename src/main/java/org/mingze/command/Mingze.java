package org.mingze.command;

/// 明责 — the program: with no command it starts the server, otherwise it runs the command named.
public final class Mingze {
    private Mingze() {}

    static void main(String[] arguments) {
        int code = CommandLineEntry.run(arguments);
        if (code != CommandLineEntry.STAYS) {
            System.exit(code);
        }
    }
}
