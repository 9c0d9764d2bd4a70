package org.onex.rehearsal.dispatch;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * By what a node knows that an answer is the centre's (中心签名).
 *
 * @param key pinned at the enrolment
 */
record CenterSeal(PublicKey key) {

    private static final Pattern INPUT = Pattern.compile(
            "onex=(\\(\"@status\" \"content-digest\" \"signature\";req;key=\"onex\"\\);created=(\\d{1,11});keyid=\"center\";alg=\"ed25519\")");
    private static final Pattern SIGNATURE = Pattern.compile("onex=:([A-Za-z0-9+/]{86}==):");
    private static final Duration APART = Duration.ofMinutes(5);

    /**
     * Whether the centre answered just this request so.
     *
     * @param asked the signature of the request, as it was sent
     */
    boolean isOn(HttpResponse<byte[]> response, String asked) {
        var headers = response.headers();
        var input = INPUT.matcher(headers.firstValue(Signer.INPUT).orElse(""));
        var signature = SIGNATURE.matcher(headers.firstValue(Signer.SIGNATURE).orElse(""));
        if (!input.matches() || !signature.matches() || !isFresh(Long.parseLong(input.group(2)))) {
            return false;
        }
        var digest = SignatureBase.digest(response.body());
        var base = SignatureBase.ofAnswer(response.statusCode(), response.body(), asked.substring("onex=".length()));
        return headers.firstValue(Signer.DIGEST).orElse("").equals(digest)
                && Ed25519.fits(
                        Base64.getDecoder().decode(signature.group(1)),
                        base.text(input.group(1)).getBytes(StandardCharsets.UTF_8),
                        key);
    }

    private static boolean isFresh(long created) {
        return Duration.between(Instant.ofEpochSecond(created), Instant.now())
                        .abs()
                        .compareTo(APART)
                < 0;
    }
}
