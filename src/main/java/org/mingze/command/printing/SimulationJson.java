package org.mingze.command.printing;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.duty.simulation.Simulation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// 试行之JSON — a simulation for scripts and pages.
public final class SimulationJson {
    private final JsonGenerator json;

    private SimulationJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(Simulation simulation) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new SimulationJson(json).write(simulation);
        }
        return text.toString();
    }

    private void write(Simulation simulation) {
        Simulation.Asked asked = simulation.asked();
        json.writeStartObject();
        json.writeStringProperty("institution", simulation.draft().institution());
        json.writeStringProperty("title", simulation.draft().title());
        json.writeStringProperty("from", asked.from().toString());
        json.writeStringProperty("to", asked.to().toString());
        json.writeStringProperty("at", asked.at().toString());
        json.writeNumberProperty("known", asked.known());
        json.writeStringProperty("caution", Simulation.CAUTION);
        json.writeName("duties");
        json.writeStartArray();
        simulation.duties().forEach(json::writeString);
        json.writeEndArray();
        each("matrix", simulation.matrix(), this::transition);
        each("changes", simulation.changes(), this::change);
        each("extra", simulation.extra(), this::extra);
        each("impossible", simulation.impossible(), this::impossible);
        share("before", simulation.before());
        share("after", simulation.after());
        each("variations", simulation.variations(), this::variation);
        json.writeEndObject();
    }

    private <T> void each(String name, Collection<T> items, Consumer<T> fields) {
        json.writeName(name);
        json.writeStartArray();
        for (T item : items) {
            json.writeStartObject();
            fields.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void transition(Simulation.Transition each) {
        standing("before", each.before());
        standing("after", each.after());
        json.writeNumberProperty("count", each.count());
    }

    private void standing(String name, Optional<Standing> standing) {
        standing.ifPresent(given -> json.writeStringProperty(name, given.word()));
    }

    private void change(Simulation.Change change) {
        key(change.key());
        standing("before", change.before());
        standing("after", change.after());
        json.writeBooleanProperty("newBreach", change.isNewBreach());
        json.writeStringProperty("saidBefore", change.saidBefore());
        json.writeStringProperty("saidAfter", change.saidAfter());
    }

    private void key(ObligationKey key) {
        json.writeStringProperty("duty", key.duty());
        json.writeStringProperty("bearer", key.bearer());
        key.counterpart().ifPresent(code -> json.writeStringProperty("counterpart", code));
        json.writeStringProperty("occasion", key.occasion());
    }

    private void extra(Simulation.Extra extra) {
        json.writeStringProperty("bearer", extra.bearer());
        json.writeStringProperty("month", extra.month().toString());
        json.writeStringProperty("acts", extra.acts().toString());
    }

    private void impossible(Simulation.Impossible each) {
        key(each.key());
        json.writeStringProperty("acts", each.acts().toString());
        json.writeNumberProperty("workingDays", each.workingDays());
    }

    private void share(String name, Simulation.Share share) {
        json.writeName(name);
        json.writeStartObject();
        json.writeNumberProperty("unproven", share.unproven());
        json.writeNumberProperty("all", share.all());
        json.writeEndObject();
    }

    private void variation(Simulation.Variation each) {
        json.writeStringProperty("parameter", each.parameter());
        json.writeNumberProperty("by", each.by());
        json.writeStringProperty("value", each.value());
        json.writeNumberProperty("breaches", each.breaches());
        json.writeNumberProperty("newBreaches", each.newBreaches());
        json.writeNumberProperty("impossible", each.impossible());
    }
}
