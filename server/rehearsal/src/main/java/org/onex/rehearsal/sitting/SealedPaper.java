package org.onex.rehearsal.sitting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;

/** A paper as it lies at the node (加密试卷), opened with the key that comes at the start. */
public final class SealedPaper {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "onex-paper-v1".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TELLTALE =
            Pattern.compile("(?i).*(answer|key|score|correct|solution|hint|right|true).*");
    /** What a bank says of its items, and no paper does. */
    private static final Set<String> UNTOLD =
            Set.of("why", "tolerance", "rubric", "criterion", "levels", "difficulty", "skill");

    private static final Pattern OPTION_KEY = Pattern.compile("[A-Z]");

    private SealedPaper() {}

    /**
     * @throws Unexpected if it does not open
     */
    public static JsonNode open(byte[] sealed, byte[] key) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = new GCMParameterSpec(TAG_BITS, Arrays.copyOf(sealed, NONCE));
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), nonce);
            cipher.updateAAD(PURPOSE);
            var packed = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return Json.MAPPER.readTree(plain.readAllBytes());
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new Unexpected("the paper does not open with its key: " + e, e);
        }
    }

    /** Where the opened paper says more than a candidate may know. */
    public static List<String> hints(JsonNode paper) {
        var hints = new ArrayList<String>();
        search(paper, "paper", hints);
        return hints;
    }

    private static void search(JsonNode node, String path, List<String> hints) {
        node.properties().forEach(field -> {
            var place = path + "." + field.getKey();
            if (UNTOLD.contains(field.getKey())
                    || (TELLTALE.matcher(field.getKey()).matches()
                            && !isOptionKey(path, field.getKey(), field.getValue()))) {
                hints.add(place);
            }
            search(field.getValue(), place, hints);
        });
        if (node.isArray()) {
            node.values().forEach(element -> search(element, path, hints));
        }
    }

    private static boolean isOptionKey(String path, String field, JsonNode value) {
        return path.endsWith(".options")
                && field.equals("key")
                && OPTION_KEY.matcher(value.asString("")).matches();
    }

    /** All that is asked. */
    public static List<JsonNode> items(JsonNode paper) {
        return Json.each(paper.path("sections"))
                .flatMap(section -> Json.each(section.path("items")))
                .toList();
    }
}
