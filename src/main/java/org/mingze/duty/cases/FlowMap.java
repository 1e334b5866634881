package org.mingze.duty.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mingze.journal.Content;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// 流式写法 — `{类: 研讨, 材料: [讲稿.pdf]}` as content; 第n号 is read as n.
final class FlowMap {
    private FlowMap() {}

    static Content.Group read(String text, Words words) {
        try {
            Optional<Node> node =
                    new Compose(LoadSettings.builder().setLabel("例").build()).composeString(text);
            if (node.isPresent() && node.get() instanceof MappingNode mapping) {
                return group(mapping);
            }
        } catch (YamlEngineException broken) {
            throw words.fault("花括号里写得不对（" + firstLine(broken) + "）");
        }
        throw words.fault("记录的字段写在花括号里，如{类: 研讨}");
    }

    private static String firstLine(YamlEngineException broken) {
        String message = String.valueOf(broken.getMessage());
        return message.lines().findFirst().orElse("");
    }

    private static Content.Group group(MappingNode mapping) {
        Map<String, Content> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                fields.put(key.getValue(), content(tuple.getValueNode()));
            }
        }
        return new Content.Group(fields);
    }

    private static Content content(Node node) {
        return switch (node) {
            case MappingNode mapping -> group(mapping);
            case SequenceNode sequence ->
                    new Content.Series(sequence.getValue().stream().map(FlowMap::content).toList());
            case ScalarNode scalar -> new Content.Text(Words.number(scalar.getValue()));
            default -> new Content.Text("");
        };
    }
}
