package org.mingze.command.printing;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.Periods;
import org.mingze.duty.Standing;
import org.mingze.duty.closing.Adjustment;
import org.mingze.duty.closing.DutyBalance;
import org.mingze.duty.closing.PeriodClose;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// 月结之JSON — balances and adjustments for scripts and pages.
public final class CloseJson {
    private final JsonGenerator json;

    private CloseJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(PeriodClose close, List<Adjustment> adjustments) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new CloseJson(json).write(close, adjustments);
        }
        return text.toString();
    }

    private void write(PeriodClose close, List<Adjustment> adjustments) {
        json.writeStartObject();
        json.writeStringProperty("period", Periods.code(close.period()));
        close.body().ifPresent(code -> json.writeStringProperty("body", code));
        json.writeStringProperty("day", close.day().toString());
        json.writeStringProperty("digest", close.digest());
        json.writeName("balances");
        json.writeStartArray();
        close.balances().forEach(this::balance);
        json.writeEndArray();
        json.writeName("adjustments");
        json.writeStartArray();
        adjustments.forEach(this::adjustment);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void balance(DutyBalance balance) {
        json.writeStartObject();
        json.writeStringProperty("institution", balance.institution());
        json.writeStringProperty("duty", balance.duty());
        json.writeNumberProperty("raised", balance.raised());
        counts("counts", balance.counts());
        json.writeEndObject();
    }

    private void counts(String name, Map<Standing, Integer> counts) {
        json.writeName(name);
        json.writeStartObject();
        counts.forEach((standing, count) -> json.writeNumberProperty(standing.word(), count));
        json.writeEndObject();
    }

    private void adjustment(Adjustment adjustment) {
        json.writeStartObject();
        json.writeNumberProperty("close", adjustment.close());
        json.writeNumberProperty("number", adjustment.number());
        json.writeNumberProperty("entry", adjustment.entry());
        json.writeStringProperty("kind", adjustment.kind());
        json.writeBooleanProperty("afterwards", adjustment.afterwards());
        json.writeName("differences");
        json.writeStartArray();
        for (Adjustment.Difference difference : adjustment.differences()) {
            json.writeStartObject();
            json.writeStringProperty("institution", difference.institution());
            json.writeStringProperty("duty", difference.duty());
            counts("changes", difference.changes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("shifts");
        json.writeStartArray();
        adjustment.shifts().forEach(this::shift);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void shift(Adjustment.Shift shift) {
        json.writeStartObject();
        json.writeStringProperty("duty", shift.key().duty());
        json.writeStringProperty("bearer", shift.key().bearer());
        shift.key().counterpart().ifPresent(code -> json.writeStringProperty("counterpart", code));
        json.writeStringProperty("occasion", shift.key().occasion());
        shift.before().ifPresent(was -> json.writeStringProperty("before", was.word()));
        shift.after().ifPresent(is -> json.writeStringProperty("after", is.word()));
        json.writeEndObject();
    }
}
