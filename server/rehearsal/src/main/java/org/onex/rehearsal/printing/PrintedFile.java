package org.onex.rehearsal.printing;

import java.util.Arrays;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Digest;
import tools.jackson.databind.JsonNode;

/** A PDF as it was fetched, with what the product says of it. */
final class PrintedFile {

    private final JsonNode said;
    private final byte[] content;

    /**
     * @param said by the product, of what it printed
     */
    PrintedFile(JsonNode said, byte[] content) {
        this.said = said;
        this.content = content;
    }

    String name() {
        return Json.text(said, "name");
    }

    PrintKind kind() {
        return PrintKind.valueOf(Json.text(said, "kind"));
    }

    /** The room that it is for, as it was opened for the slot. */
    String opening() {
        return Json.text(said, "opening");
    }

    int pages() {
        return said.path("pages").asInt(-1);
    }

    byte[] content() {
        return content;
    }

    boolean arrivedWhole() {
        return content.length == said.path("bytes").asLong(-1) && digest().equalsIgnoreCase(Json.text(said, "sha256"));
    }

    String digest() {
        return Digest.sha256(content);
    }

    boolean isSameAs(PrintedFile other) {
        return name().equals(other.name()) && Arrays.equals(content, other.content);
    }

    @Override
    public String toString() {
        return name();
    }
}
