package org.onex.center.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where everybody gets what they have to trust once to see who signed a file. */
@RestController
@RequestMapping("/api/signature")
class AuthorityController {

    static final String PEM = "application/x-pem-file";

    private static final byte[] LINE_END = {'\n'};

    private final Signatories signatories;
    private final Clock clock;

    AuthorityController(Signatories signatories, Clock clock) {
        this.signatories = signatories;
        this.clock = clock;
    }

    /** The X.509 certificate of this installation's authority, as PEM. */
    @GetMapping(path = "/authority", produces = PEM)
    ResponseEntity<String> authority() throws CertificateEncodingException {
        var certificate = signatories.authority(clock.instant()).certificate();
        var base64 = Base64.getMimeEncoder(64, LINE_END).encodeToString(certificate.getEncoded());
        var name = ContentDisposition.attachment()
                .filename("OneX证书根.pem", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
