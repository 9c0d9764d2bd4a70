package org.onex.foundation.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which parts of an HTTP message are signed, when and by whom (签名参数): the field {@code Signature-Input} of RFC 9421 with the one
 * signature that we make, labelled {@code onex}.
 *
 * @param components identifiers as they stand in the field, {@code "@method"} with its quotation marks
 * @param created    in whole seconds
 * @param keyId      who signed
 */
public record SignatureInput(List<String> components, Instant created, String keyId) {

    static final String LABEL = "onex";

    private static final String COMPONENT = "\"[a-z0-9@-]{1,40}\"(?:;req(?:;key=\"onex\")?)?";
    private static final Pattern FIELD = Pattern.compile(LABEL + "=\\((" + COMPONENT + "(?: " + COMPONENT
            + "){0,9})\\);created=(\\d{1,11});keyid=\"([!#-\\[\\]-~]{1,80})\";alg=\"ed25519\"");

    public SignatureInput {
        components = List.copyOf(components);
    }

    /** Reads the field as we write it; anything else, also other valid signatures, is none of ours. */
    static Optional<SignatureInput> parsed(String field) {
        var found = FIELD.matcher(field);
        return found.matches()
                ? Optional.of(new SignatureInput(
                        List.of(found.group(1).split(" ")),
                        Instant.ofEpochSecond(Long.parseLong(found.group(2))),
                        found.group(3)))
                : Optional.empty();
    }

    /** The value of the field. */
    String field() {
        return LABEL + "=" + parameters();
    }

    private String parameters() {
        return "(%s);created=%d;keyid=\"%s\";alg=\"ed25519\""
                .formatted(String.join(" ", components), created.getEpochSecond(), keyId);
    }

    /** What is signed: a line for each component and one for the parameters (RFC 9421, 2.5). */
    static String base(SequencedMap<String, String> values, String parameters) {
        return values.entrySet().stream()
                .map((Map.Entry<String, String> value) -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining("\n", "", "\n\"@signature-params\": " + parameters));
    }

    String base(SequencedMap<String, String> values) {
        return base(values, parameters());
    }
}
