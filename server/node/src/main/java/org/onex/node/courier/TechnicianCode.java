package org.onex.node.courier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What proves that somebody runs this machine (机房技术员口令): made at the node's first start, kept in a file that only the node's user can
 * read. Whoever has the machine has the code, and nobody else.
 */
@Component
class TechnicianCode {

    private static final String SCHEME = "Bearer ";
    private static final int CODE_BYTES = 18;

    private final String code;

    TechnicianCode(@Value("${onex.data}") Path data, @Value("${spring.application.name}") String application)
            throws IOException {
        this.code = kept(data.resolve(application).resolve("technician-code"));
    }

    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var secret = new byte[CODE_BYTES];
            new SecureRandom().nextBytes(secret);
            var draft = file.resolveSibling("technician-code.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, Base64.getUrlEncoder().encodeToString(secret) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /**
     * @param authorization the header of a request
     * @throws CourierRefused if it does not bring the code
     */
    void require(@Nullable String authorization) {
        if (authorization == null
                || !authorization.startsWith(SCHEME)
                || !Digests.same(authorization.substring(SCHEME.length()).strip(), code)) {
            throw CourierRefused.notTheTechnician();
        }
    }
}
