package org.onex.node.courier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.onex.foundation.vault.DataKey;
import org.onex.node.sitting.InstallSession;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The paper that every node has with it (模拟卷), in two forms, so that neighbours see different ones. */
@Component
class MockPaper {

    private final JsonMapper json;

    MockPaper(JsonMapper json) {
        this.json = json;
    }

    /** The sealed paper by form: A as it is written, B with the items of each section in the opposite order. */
    Map<String, byte[]> sealed(DataKey key) {
        var forms = new LinkedHashMap<String, byte[]>();
        forms.put("A", sealed(read(), key));
        forms.put("B", sealed(turned(read()), key));
        return forms;
    }

    private JsonNode read() {
        try (var file = new ClassPathResource("mock-exam/paper.json").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException("the mock paper cannot be read", e);
        }
    }

    private static JsonNode turned(JsonNode paper) {
        for (var section : paper.path("sections")) {
            var items = (ArrayNode) section.path("items");
            var order = new ArrayList<JsonNode>();
            items.forEach(order::add);
            Collections.reverse(order);
            ((ObjectNode) section).putArray("items").addAll(order);
        }
        return paper;
    }

    private byte[] sealed(JsonNode paper, DataKey key) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(json.writeValueAsBytes(paper));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return key.seal(packed.toByteArray(), InstallSession.PAPER);
    }
}
