package org.onex.node.courier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens a letter (密封包) from the centre: only what was sealed for this node, signed by its own centre and made for its own site is a bundle
 * ({@code docs/dispatch-protocol.md}, "deliveries").
 */
@Component
class OpenLetter {

    /** What letters are sealed for, and the head of what is signed. */
    static final String PURPOSE = "onex-bundle-v2";

    private static final Set<String> MAY_BE_ABSENT = Set.of("place", "after", "photo");
    private static final int SIGNATURE_BYTES = 64;
    private static final int LONGEST_BUNDLE = 1 << 25;

    private final JsonMapper json;

    OpenLetter(JsonMapper json) {
        this.json = json;
    }

    /**
     * @throws CourierRefused if this is not the announced bundle of our centre for our site
     */
    SiteBundle open(byte[] letter, Delivery announced, Enrolment we) {
        var bundle = read(unpacked(signed(letter, we)));
        var place = bundle.place();
        if (place == null || !place.site().equals(we.site().id())) {
            throw CourierRefused.of(CourierRefused.Code.BUNDLE_ELSEWHERE);
        }
        if (!bundle.id().equals(announced.bundle()) || bundle.version() != announced.version()) {
            throw CourierRefused.of(CourierRefused.Code.BUNDLE_BROKEN);
        }
        return bundle;
    }

    private static byte[] signed(byte[] letter, Enrolment we) {
        byte[] plain;
        try {
            plain = we.keys().opening().open(letter, PURPOSE);
        } catch (IllegalArgumentException e) {
            throw (CourierRefused) forged().initCause(e);
        }
        if (plain.length < SIGNATURE_BYTES) {
            throw forged();
        }
        var rest = Arrays.copyOfRange(plain, SIGNATURE_BYTES, plain.length);
        var message = new ByteArrayOutputStream();
        message.writeBytes((PURPOSE + "\n").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(rest);
        if (!we.centerKey().verifies(message.toByteArray(), Arrays.copyOf(plain, SIGNATURE_BYTES))) {
            throw forged();
        }
        return rest;
    }

    private static CourierRefused forged() {
        return CourierRefused.of(CourierRefused.Code.BUNDLE_FORGED);
    }

    private static byte[] unpacked(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readNBytes(LONGEST_BUNDLE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private SiteBundle read(byte[] text) {
        try {
            var tree = json.readTree(text);
            // Another format may be written in other words: first its number, then the rest.
            if (tree.path("format").asInt(0) != SiteBundle.FORMAT) {
                throw CourierRefused.of(CourierRefused.Code.BUNDLE_FORMAT);
            }
            var bundle = json.treeToValue(tree, SiteBundle.class);
            requireComplete(json.valueToTree(bundle));
            return bundle;
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /** Whoever wrote it may have left something out that we would stumble over. */
    private static void requireComplete(JsonNode part) {
        for (var property : part.properties()) {
            if (property.getValue().isNull() && !MAY_BE_ABSENT.contains(property.getKey())) {
                throw CourierRefused.of(CourierRefused.Code.BUNDLE_BROKEN);
            }
        }
        part.forEach(OpenLetter::requireComplete);
    }

    private static CourierRefused broken(Exception cause) {
        return (CourierRefused)
                CourierRefused.of(CourierRefused.Code.BUNDLE_BROKEN).initCause(cause);
    }
}
