package org.onex.node.sitting;

import java.util.UUID;
import org.onex.foundation.vault.DataKey;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The candidates' photos: sealed as they came, opened only for whoever is shown one. */
@Repository
public class PhotoDirectory {

    private final JdbcClient jdbc;

    PhotoDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A photo as a browser shows it. */
    public record Photo(String type, Resource picture) {

        /** Kept by no browser: the machine is somebody else's tomorrow. */
        public ResponseEntity<Resource> answer() {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(type))
                    .cacheControl(CacheControl.noStore())
                    .body(picture);
        }
    }

    /**
     * The photo of whose attempt this is.
     *
     * @throws SittingRefused if there is none
     */
    public Photo of(UUID attempt) {
        return jdbc.sql("""
                        select p.type, p.sealed, b.photo_key from sitting.attempt a
                        join sitting.session s on s.id = a.session
                        join sitting.bundle b on b.id = s.bundle
                        join sitting.photo p on p.bundle = b.id and p.sha256 = a.photo
                        where a.id = :attempt
                        """)
                .param("attempt", attempt)
                .query((row, n) -> new Photo(
                        row.getString("type"),
                        new ByteArrayResource(DataKey.of(row.getBytes("photo_key"))
                                .open(row.getBytes("sealed"), InstallSession.PHOTO))))
                .optional()
                .orElseThrow(() -> SittingRefused.of(SittingRefused.Code.PHOTO_UNKNOWN));
    }
}
