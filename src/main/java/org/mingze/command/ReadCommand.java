package org.mingze.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.reading.printing.ReadingJson;
import org.mingze.reading.printing.ReadingSummary;
import org.mingze.reading.text.Reading;
import org.mingze.reading.text.ReportReader;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 读文 — reads documents and prints what they hold; a document that is refused is named.
@Command(name = "read", description = "读报告：提纲、数字、问题、原因、措施、对应和机制。")
final class ReadCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "文件", arity = "1..*", description = "Word（docx、doc）、PDF、RTF、网页或纯文本")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "打印一份JSON")
    private boolean json;

    @Override
    public Integer call() {
        // what the libraries say about a file must not run into the output
        if (LoggerFactory.getLogger("org.apache") instanceof Logger libraries) {
            libraries.setLevel(Level.OFF);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Reading> readings = new ArrayList<>();
        boolean refused = false;
        for (Path file : files) {
            switch (DocumentText.read(file)) {
                case Read.Document document ->
                        readings.add(ReportReader.read(document.name(), document.text()));
                case Read.Refused(String sentence) -> {
                    refused = true;
                    err.println(file + "：" + sentence);
                }
            }
        }
        if (json) {
            ReadingJson.write(readings, out);
            out.println();
        } else {
            readings.forEach(reading -> out.println(ReadingSummary.print(reading)));
        }
        out.flush();
        return refused ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
