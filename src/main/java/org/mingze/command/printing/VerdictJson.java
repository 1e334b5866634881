package org.mingze.command.printing;

import java.io.StringWriter;
import java.util.List;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Rejection;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// 判定之JSON — verdicts for scripts: keys, standing, days, records that count and that do not.
public final class VerdictJson {
    private VerdictJson() {}

    public static String list(List<Verdict> verdicts, AsOf asOf) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            verdicts.forEach(verdict -> write(json, verdict, asOf));
            json.writeEndArray();
        }
        return text.toString();
    }

    public static String one(Verdict verdict, AsOf asOf) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, verdict, asOf);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Verdict verdict, AsOf asOf) {
        ObligationKey key = verdict.obligation().key();
        json.writeStartObject();
        json.writeStringProperty("institution", key.institution());
        json.writeStringProperty(
                "version", verdict.obligation().enactment().institution().from().toString());
        json.writeStringProperty("duty", key.duty());
        json.writeStringProperty("bearer", key.bearer());
        key.counterpart().ifPresent(code -> json.writeStringProperty("counterpart", code));
        json.writeStringProperty("occasion", key.occasion());
        json.writeStringProperty("standing", verdict.standing().word());
        json.writeStringProperty("at", verdict.day().toString());
        json.writeNumberProperty("known", verdict.known());
        verdict.due().ifPresent(day -> json.writeStringProperty("due", day.toString()));
        verdict.graceEnd().ifPresent(day -> json.writeStringProperty("graceEnd", day.toString()));
        json.writeName("counted");
        json.writeStartArray();
        for (Contribution contribution : verdict.counted()) {
            json.writeNumber(contribution.record());
        }
        json.writeEndArray();
        json.writeName("rejected");
        json.writeStartArray();
        for (Rejection rejection : verdict.rejected()) {
            json.writeStartObject();
            json.writeNumberProperty("record", rejection.record());
            json.writeStringProperty("condition", rejection.condition());
            json.writeStringProperty("read", rejection.read());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("sentence", Sentences.of(verdict, asOf.known().organization()));
        json.writeEndObject();
    }
}
