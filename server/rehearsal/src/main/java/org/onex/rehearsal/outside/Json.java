package org.onex.rehearsal.outside;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as trees: the rehearsal shares no type with the product, so it reads by name what it needs. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    public static Stream<JsonNode> each(JsonNode array) {
        return array.values().stream();
    }

    public static List<String> texts(JsonNode array) {
        return each(array).map(node -> node.asString("")).toList();
    }

    /** The text of a field; empty when it is absent or null. */
    public static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** An object with these fields of the given one in this order; null where it has nothing. */
    public static ObjectNode pick(JsonNode node, String... fields) {
        var picked = object();
        for (var field : fields) {
            var value = node.get(field);
            if (value == null) {
                picked.putNull(field);
            } else {
                picked.set(field, value);
            }
        }
        return picked;
    }
}
