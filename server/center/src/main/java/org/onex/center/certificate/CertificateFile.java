package org.onex.center.certificate;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How files and photos of certificates are answered: kept by no cache, because they show who somebody is. */
final class CertificateFile {

    static final String ZIP = "application/zip";

    private CertificateFile() {}

    static ResponseEntity<byte[]> pdf(HandOutCertificates.Copy copy) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(copy.number() + ".pdf"))
                .body(copy.content());
    }

    /** Nothing in a file that somebody sent is run. */
    static ResponseEntity<byte[]> photo(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(jpeg);
    }

    static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
