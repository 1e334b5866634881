package org.mingze.reading.printing;

import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mingze.reading.text.Reading;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// 审读结果文本 — a list with one object a file.
public final class ReadingJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ReadingJson() {}

    public static void write(List<Reading> readings, Writer out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (Reading reading : readings) {
                write(reading, json);
            }
            json.writeEndArray();
        }
    }

    private static void write(Reading reading, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("file", reading.file());
        json.writeStringProperty("kind", reading.kind().title());
        json.writeNumberProperty("length", reading.length());
        json.writeArrayPropertyStart("outline");
        reading.outline().forEach(heading -> write(heading, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("figures");
        reading.figures().forEach(figure -> write(figure, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        reading.findings().forEach(finding -> write(finding, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("causes");
        reading.causes().forEach(cause -> write(cause, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("measures");
        reading.measures().forEach(measure -> write(measure, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("links");
        reading.links().forEach(link -> write(link, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("duties");
        reading.duties().forEach(duty -> write(duty, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("mechanisms");
        reading.mechanisms().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Reading.Heading heading, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("level", heading.level());
        json.writeStringProperty("marker", heading.marker());
        json.writeStringProperty("title", heading.title());
        json.writeNumberProperty("offset", heading.offset());
        json.writeBooleanProperty("implicit", heading.implicit());
        json.writeEndObject();
    }

    private static void write(Reading.Figure figure, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("text", figure.text());
        if (figure.value().isEmpty()) {
            json.writeNullProperty("value");
        } else if (figure.value().getAsDouble() == Math.rint(figure.value().getAsDouble())) {
            json.writeNumberProperty("value", (long) figure.value().getAsDouble());
        } else {
            json.writeNumberProperty("value", figure.value().getAsDouble());
        }
        json.writeStringProperty("unit", figure.unit());
        json.writeBooleanProperty("masked", figure.masked());
        json.writeBooleanProperty("approx", figure.approx());
        json.writeStringProperty("kind", figure.kind().code());
        json.writeNumberProperty("offset", figure.offset());
        json.writeEndObject();
    }

    private static void write(Reading.Finding finding, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("gist", finding.gist());
        json.writeNumberProperty("offset", finding.offset());
        json.writeStringProperty("section", finding.section());
        json.writeEndObject();
    }

    private static void write(Reading.Cause cause, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("gist", cause.gist());
        json.writeNumberProperty("offset", cause.offset());
        json.writeEndObject();
    }

    private static void write(Reading.Measure measure, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("gist", measure.gist());
        json.writeNumberProperty("offset", measure.offset());
        writeOptional("deadline", measure.deadline(), json);
        writeOptional("owner", measure.owner(), json);
        writeOptional("frequency", measure.frequency(), json);
        json.writeEndObject();
    }

    private static void write(Reading.Link link, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("problem", link.finding());
        writeIndex("cause", link.cause(), json);
        writeIndex("measure", link.measure(), json);
        json.writeEndObject();
    }

    private static void write(Reading.Duty duty, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("gist", duty.gist());
        json.writeNumberProperty("offset", duty.offset());
        writeOptional("frequency", duty.frequency(), json);
        writeOptional("deadline", duty.deadline(), json);
        writeOptional("owner", duty.owner(), json);
        json.writeEndObject();
    }

    private static void writeOptional(String name, Optional<String> said, JsonGenerator json) {
        if (said.isPresent()) {
            json.writeStringProperty(name, said.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void writeIndex(String name, OptionalInt index, JsonGenerator json) {
        if (index.isPresent()) {
            json.writeNumberProperty(name, index.getAsInt());
        } else {
            json.writeNullProperty(name);
        }
    }
}
