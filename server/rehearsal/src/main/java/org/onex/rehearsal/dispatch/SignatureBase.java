package org.onex.rehearsal.dispatch;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What is signed of a message (RFC 9421, 2.5): a line for each component, then one for the parameters. */
final class SignatureBase {

    private static final String DIGEST = "content-digest";

    private final SequencedMap<String, String> components = new LinkedHashMap<>();

    /** A component as its line begins, with quotation marks and parameters. */
    SignatureBase with(String component, String value) {
        components.put(component, value);
        return this;
    }

    /**
     * Of a request of a node.
     *
     * @param target path and query as they are sent
     */
    static SignatureBase ofRequest(String method, String target, byte[] body) {
        var mark = target.indexOf('?');
        return new SignatureBase()
                .with("\"@method\"", method)
                .with("\"@path\"", mark < 0 ? target : target.substring(0, mark))
                .with("\"@query\"", mark < 0 ? "?" : target.substring(mark))
                .with('"' + DIGEST + '"', digest(body));
    }

    /**
     * Of what the centre answers.
     *
     * @param asked the signature of the request, between its colons
     */
    static SignatureBase ofAnswer(int status, byte[] body, String asked) {
        return new SignatureBase()
                .with("\"@status\"", String.valueOf(status))
                .with('"' + DIGEST + '"', digest(body))
                .with("\"signature\";req;key=\"onex\"", asked);
    }

    /** The field {@code Content-Digest} (RFC 9530). */
    static String digest(byte[] body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Bytes.sha256(body)) + ":";
    }

    /** What is covered, as the parameters begin. */
    String covered() {
        return components.keySet().stream().collect(Collectors.joining(" ", "(", ")"));
    }

    /**
     * @param parameters with what is covered at their beginning
     */
    String text(String parameters) {
        return components.entrySet().stream()
                .map(component -> component.getKey() + ": " + component.getValue() + "\n")
                .collect(Collectors.joining("", "", "\"@signature-params\": " + parameters));
    }
}
