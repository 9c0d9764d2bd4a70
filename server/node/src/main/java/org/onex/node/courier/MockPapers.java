package org.onex.node.courier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.node.sitting.InstallSession;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The papers that every node has with it (模拟卷), each in two forms, so that neighbours see different ones. */
@Component
class MockPapers {

    /** The subjects there are, in the order in which they are sat. */
    enum Subject {
        THEORY("理论", "theory"),
        PRACTICAL("实操", "practical");

        private final String label;
        private final String file;

        Subject(String label, String file) {
            this.label = label;
            this.file = file;
        }

        String label() {
            return label;
        }
    }

    private final JsonMapper json;

    MockPapers(JsonMapper json) {
        this.json = json;
    }

    /**
     * A subject's papers under a key of their own.
     *
     * @param files by the SHA-256 of their bytes
     */
    record Sealed(Subject subject, DataKey key, List<SiteBundle.PaperFile> forms, Map<String, byte[]> files) {}

    /** Form A as it is written, B with the items of each section in the opposite order. */
    Sealed sealed(Subject subject) {
        var sealed = new Sealed(subject, DataKey.random(), new ArrayList<>(), new HashMap<>());
        add("A", read(subject), sealed);
        add("B", turned(read(subject)), sealed);
        return sealed;
    }

    private void add(String form, JsonNode paper, Sealed sealed) {
        var bytes = sealed.key().seal(packed(paper), InstallSession.PAPER);
        var sha256 = Digests.sha256(bytes);
        sealed.files().put(sha256, bytes);
        sealed.forms().add(new SiteBundle.PaperFile(form, sha256, bytes.length));
    }

    private JsonNode read(Subject subject) {
        try (var file = new ClassPathResource("mock-exam/" + subject.file + ".json").getInputStream()) {
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

    private byte[] packed(JsonNode paper) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(json.writeValueAsBytes(paper));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
