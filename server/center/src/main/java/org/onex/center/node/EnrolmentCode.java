package org.onex.center.node;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;

/**
 * What a technician types at an exam server so that it may belong to a site (登记码): 20 characters of Crockford's base 32. The first five
 * are its name and travel; the other fifteen never do, each end proves that it knows them (dispatch protocol, Enrolment). Prints itself in
 * no log.
 */
record EnrolmentCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    EnrolmentCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an enrolment code has 20 characters of Crockford's base 32");
        }
    }

    static EnrolmentCode drawn(RandomGenerator chance) {
        return new EnrolmentCode(chance.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /** What may be sent of it. */
    String name() {
        return value.substring(0, GROUP);
    }

    /** As people read it, in groups of five. */
    String spoken() {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Whether it was a machine with these keys that knew the code. */
    boolean proves(Node.Keys keys, String proof) {
        return Digests.same(nodeProof(keys), proof);
    }

    String nodeProof(Node.Keys keys) {
        return mac(
                "onex-enrol-node",
                name(),
                keys.signing().base64(),
                keys.sealing().base64());
    }

    /** That it is the centre which answers, and what it has said. */
    String centerProof(Node.Keys keys, UUID node, UUID site, String centerKey) {
        return mac(
                "onex-enrol-center",
                name(),
                keys.signing().base64(),
                keys.sealing().base64(),
                node.toString(),
                site.toString(),
                centerKey);
    }

    private String mac(String... lines) {
        return HashKey.of(value.getBytes(StandardCharsets.US_ASCII)).hash(String.join("\n", lines) + "\n");
    }

    @Override
    public String toString() {
        return "EnrolmentCode[" + name() + "…]";
    }
}
