package org.onex.center.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.VerifyingKey;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node has signed and sealed (密封回传文件): opened with the awarding body's return key, found to be signed by that node, and read.
 * How it is made and how much it may hold is {@code docs/return-protocol.md}.
 */
final class SealedReturn {

    /** Of the sealed bytes. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int SIGNATURE_BYTES = 64;
    private static final long MOST_TEXT = 48L * 1024 * 1024;

    /** How much each list of a file may hold; whatever else is a list is short. */
    private static final Map<String, Integer> MOST = Map.of(
            "journal", 25_000,
            "events", 20_000,
            "devices", 1000,
            "receipts", 1000,
            "attempts", 20_000,
            "incidents", 20_000,
            "acts", 20_000,
            "", 1000);

    /** Its own, because what is good for a form is not good for a file of a machine that anybody may have tampered with. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_TEXT)
                            .maxTokenCount(1_500_000)
                            .maxNestingDepth(8)
                            .maxStringLength(32_768)
                            .maxNameLength(64)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .build();

    private final byte[] sealed;
    private final String purpose;

    /**
     * @param sealed  not copied, because it is large: nobody changes it
     * @param purpose what it has to be sealed and signed for
     */
    SealedReturn(byte[] sealed, String purpose) {
        this.sealed = sealed;
        this.purpose = purpose;
    }

    /**
     * @throws Refusal.Found if it was sealed or signed for another purpose, by another node, or says nothing of this type
     */
    <T> T read(OpeningKey key, VerifyingKey node, Class<T> type) {
        var opened = opened(key);
        Refusal.UNREADABLE.unless(
                node.verifies(
                        Arrays.copyOf(opened, SIGNATURE_BYTES),
                        ByteBuffer.wrap((purpose + "\n").getBytes(StandardCharsets.US_ASCII)),
                        rest(opened)),
                "not signed by this node");
        return parsed(opened, type);
    }

    /** Again, after the signature was looked at when it came. */
    <T> T readAgain(OpeningKey key, Class<T> type) {
        return parsed(opened(key), type);
    }

    private byte[] opened(OpeningKey key) {
        try {
            var opened = key.open(sealed, purpose);
            Refusal.UNREADABLE.unless(opened.length > SIGNATURE_BYTES, "too short to be signed");
            return opened;
        } catch (IllegalArgumentException e) {
            throw Refusal.UNREADABLE.because("does not open");
        }
    }

    private static ByteBuffer rest(byte[] opened) {
        return ByteBuffer.wrap(opened, SIGNATURE_BYTES, opened.length - SIGNATURE_BYTES);
    }

    private static <T> T parsed(byte[] opened, Class<T> type) {
        try {
            requireBounded(opened);
            try (var text = text(opened)) {
                var read = JSON.readValue(text, type);
                Refusal.UNREADABLE.unless(read != null, "says nothing");
                return read;
            }
        } catch (Refusal.Found found) {
            throw found;
        } catch (IOException | RuntimeException e) {
            // What the parser says would quote the answers. Whatever else it stumbles over, it will stumble over again.
            throw Refusal.UNREADABLE.because("is no " + type.getSimpleName());
        }
    }

    private static InputStream text(byte[] opened) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(opened, SIGNATURE_BYTES, opened.length - SIGNATURE_BYTES));
    }

    /** Goes through it once with nothing in hand, before a few bytes become objects by the million. */
    private static void requireBounded(byte[] opened) throws IOException {
        try (var text = text(opened);
                var parser = JSON.createParser(text)) {
            count(parser);
        }
    }

    private static void count(JsonParser parser) {
        var counts = new HashMap<String, Integer>();
        var list = "";
        int depth = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructEnd()) {
                depth--;
                continue;
            }
            if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
                list = MOST.containsKey(parser.currentName()) ? parser.currentName() : "";
            }
            // A list that is there twice is counted as one.
            if (depth == 2 && counts.merge(list, 1, Integer::sum) > MOST.getOrDefault(list, 0)) {
                throw Refusal.UNREADABLE.because("too much in " + list);
            }
            depth += token.isStructStart() ? 1 : 0;
        }
    }
}
