package org.onex.foundation.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs HTTP messages and checks them (报文签名): RFC 9421 with Ed25519, the body by its digest (RFC 9530). A request covers method, path,
 * query and body; a response covers status, body and the signature of the request that it answers, so that no old answer passes for a new
 * one. Works through proxies, because neither host nor scheme is covered.
 */
public final class MessageSignature {

    public static final String INPUT = "Signature-Input";
    public static final String SIGNATURE = "Signature";
    public static final String DIGEST = "Content-Digest";

    private static final String METHOD = "\"@method\"";
    private static final String PATH = "\"@path\"";
    private static final String QUERY = "\"@query\"";
    private static final String STATUS = "\"@status\"";
    private static final String BODY = "\"content-digest\"";
    private static final String ASKED = "\"signature\";req;key=\"" + SignatureInput.LABEL + "\"";
    private static final Pattern SIGNED = Pattern.compile(SignatureInput.LABEL + "=(:[A-Za-z0-9+/]{86}==:)");

    private MessageSignature() {}

    /**
     * What is asked.
     *
     * @param path  as it is sent, "/api/…"
     * @param query without the question mark; empty if there is none
     */
    public record Asked(String method, String path, String query) {}

    /**
     * What is answered.
     *
     * @param asked the field {@code Signature} of the request
     */
    public record Answered(int status, String asked) {}

    /** The fields to send along with a request. */
    public static Map<String, String> request(Asked asked, byte[] body, String keyId, SigningKey key, Instant now) {
        return signed(requestValues(asked, digest(body)), body, keyId, key, now);
    }

    /** The fields to send along with a response. */
    public static Map<String, String> response(
            Answered answered, byte[] body, String keyId, SigningKey key, Instant now) {
        return signed(responseValues(answered, digest(body)), body, keyId, key, now);
    }

    private static Map<String, String> signed(
            SequencedMap<String, String> values, byte[] body, String keyId, SigningKey key, Instant now) {
        var input = new SignatureInput(List.copyOf(values.keySet()), now, keyId);
        var signature = key.sign(input.base(values).getBytes(StandardCharsets.UTF_8));
        return Map.of(
                DIGEST,
                digest(body),
                INPUT,
                input.field(),
                SIGNATURE,
                SignatureInput.LABEL + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
    }

    /** Who says they signed a message, and when; nothing if it is not signed as we sign. */
    public static Optional<SignatureInput> input(@Nullable String field) {
        return field == null ? Optional.empty() : SignatureInput.parsed(field);
    }

    /**
     * Whether a request was signed like this by the owner of the key.
     *
     * @param fields value of a field of the message by its name; null if there is none
     */
    public static boolean isRequest(
            Asked asked, byte[] body, UnaryOperator<@Nullable String> fields, VerifyingKey key) {
        return isSigned(requestValues(asked, digest(body)), fields, key);
    }

    /**
     * Whether a request was signed like this by the owner of the key, as far as can be said before its body is read: {@link #isBody} says
     * the rest.
     */
    public static boolean isHead(Asked asked, UnaryOperator<@Nullable String> fields, VerifyingKey key) {
        var digest = fields.apply(DIGEST);
        return digest != null && isSigned(requestValues(asked, digest), fields, key);
    }

    /** Whether this is the body of a message with these fields. */
    public static boolean isBody(byte[] body, UnaryOperator<@Nullable String> fields) {
        return digest(body).equals(fields.apply(DIGEST));
    }

    /** Whether a response was signed like this by the owner of the key. */
    public static boolean isResponse(
            Answered answered, byte[] body, UnaryOperator<@Nullable String> fields, VerifyingKey key) {
        return isSigned(responseValues(answered, digest(body)), fields, key);
    }

    private static boolean isSigned(
            SequencedMap<String, String> values, UnaryOperator<@Nullable String> fields, VerifyingKey key) {
        var signature = fields.apply(SIGNATURE);
        var input = input(fields.apply(INPUT));
        // The digest is computed from what arrived; what the field says must be the same or the message was not sent
        // like this.
        if (signature == null
                || input.isEmpty()
                || !values.getOrDefault(BODY, "").equals(fields.apply(DIGEST))
                || !input.get().components().equals(List.copyOf(values.keySet()))) {
            return false;
        }
        var base = input.get().base(values).getBytes(StandardCharsets.UTF_8);
        return member(signature)
                .map(value -> Base64.getDecoder().decode(value.substring(1, value.length() - 1)))
                .filter(bytes -> key.verifies(base, bytes))
                .isPresent();
    }

    private static SequencedMap<String, String> requestValues(Asked asked, String digest) {
        var values = new LinkedHashMap<String, String>();
        values.put(METHOD, asked.method());
        values.put(PATH, asked.path());
        values.put(QUERY, "?" + asked.query());
        values.put(BODY, digest);
        return values;
    }

    private static SequencedMap<String, String> responseValues(Answered answered, String digest) {
        var values = new LinkedHashMap<String, String>();
        values.put(STATUS, String.valueOf(answered.status()));
        values.put(BODY, digest);
        values.put(ASKED, member(answered.asked()).orElse(""));
        return values;
    }

    private static Optional<String> member(String field) {
        var found = SIGNED.matcher(field);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The field {@code Content-Digest} of a body. */
    public static String digest(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
