package org.onex.rehearsal.scene;

import java.util.List;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * An item bank of the demonstration as its writers keep it.
 *
 * @param tree what it says, every value as text
 */
public record ItemBankFile(String file, String content, JsonNode tree) {

    public String code() {
        return Json.text(tree, "code");
    }

    public String qualification() {
        return Json.text(tree, "qualification");
    }

    /** Whether it is for that qualification, by its whole name, at that level, as people call it. */
    public boolean asks(String wantedQualification, String level) {
        return qualification().equals(wantedQualification)
                && Json.text(tree, "level").equals(level);
    }

    /** The subjects that it has a blueprint for. */
    public List<String> subjects() {
        return List.copyOf(tree.path("blueprints").propertyNames());
    }

    /** The items and tasks. */
    public List<JsonNode> questions() {
        return List.of("items", "tasks").stream()
                .flatMap(part -> Json.each(tree.path(part)))
                .toList();
    }
}
