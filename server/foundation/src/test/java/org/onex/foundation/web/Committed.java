package org.onex.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.onex.contract.kernel.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Generated files that are committed: they are what the code says, and {@code -Donex.rewrite=true} writes them anew. */
public final class Committed {

    private Committed() {}

    /** The API description of an application, without the address it was asked at. */
    public static void assertIsTheApi(Path committed, JsonNode answered) throws IOException {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        ((ObjectNode) answered).remove("servers");
        assertIs(committed, json.writeValueAsString(json.treeToValue(answered, Object.class)) + "\n");
    }

    /** The codes of all refusals on the class path, one per line. */
    public static void assertListsEveryErrorCode(Path committed) throws IOException {
        var codes = HouseRules.ours().stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(code -> ((ErrorCode) code).code() + "\n")
                .sorted()
                .toList();
        assertIs(committed, String.join("", codes));
    }

    private static void assertIs(Path committed, String generated) throws IOException {
        if (Boolean.getBoolean("onex.rewrite")) {
            Files.writeString(committed, generated);
        }
        assertThat(Files.readString(committed)).isEqualTo(generated);
    }
}
