package org.onex.center.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.file.FileStore;
import org.onex.center.photo.PhotoDirectory;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The candidates' photos as nodes get them, each sealed once for a bundle; when photos change only the new ones are sealed. */
@Repository
class SealedPhotos {

    static final String PURPOSE = "onex-photo-v1";

    private static final int PNG_MARK = 0x89;

    private final JdbcClient jdbc;
    private final PhotoDirectory photos;
    private final FileStore files;

    SealedPhotos(JdbcClient jdbc, PhotoDirectory photos, FileStore files) {
        this.jdbc = jdbc;
        this.photos = photos;
        this.files = files;
    }

    /** Of these people, as far as they have one. */
    Map<EnrolmentKey, SiteBundle.PhotoFile> of(Collection<EnrolmentKey> people, UUID site, BundleKeys keys) {
        var sealed = sealedBefore(site, keys.bundle());
        var found = new HashMap<EnrolmentKey, SiteBundle.PhotoFile>();
        photos.files(people).forEach((person, source) -> {
            var known = sealed.get(source);
            if (known == null) {
                known = seal(source, site, keys);
                sealed.put(source, known);
            }
            found.put(person, known);
        });
        return found;
    }

    /** Whoever is second in sealing one takes what the first one sealed. */
    private SiteBundle.PhotoFile seal(String source, UUID site, BundleKeys keys) {
        var plain = files.read(source);
        var sealed = keys.photoKey().seal(plain, PURPOSE);
        jdbc.sql("""
                insert into dispatch.photo (site_id, bundle_id, source, sha256, bytes, type)
                values (:site, :bundle, :source, :sha256, :bytes, :type)
                on conflict (site_id, bundle_id, source) do nothing
                """)
                .param("site", site)
                .param("bundle", keys.bundle())
                .param("source", source)
                .param("sha256", files.keep(sealed))
                .param("bytes", sealed.length)
                .param("type", typeOf(plain))
                .update();
        return jdbc.sql(
                        "select * from dispatch.photo where site_id = :site and bundle_id = :bundle and source = :source")
                .param("site", site)
                .param("bundle", keys.bundle())
                .param("source", source)
                .query((row, n) -> photo(row))
                .single();
    }

    private Map<String, SiteBundle.PhotoFile> sealedBefore(UUID site, UUID bundle) {
        var found = new HashMap<String, SiteBundle.PhotoFile>();
        jdbc.sql("select * from dispatch.photo where site_id = :site and bundle_id = :bundle")
                .param("site", site)
                .param("bundle", bundle)
                .query((row, n) -> Map.entry(row.getString("source"), photo(row)))
                .list()
                .forEach(photo -> found.put(photo.getKey(), photo.getValue()));
        return found;
    }

    private static SiteBundle.PhotoFile photo(ResultSet row) throws SQLException {
        return new SiteBundle.PhotoFile(row.getString("sha256"), row.getLong("bytes"), row.getString("type"));
    }

    /** Only these two kinds of pictures are ever kept as photos. */
    private static String typeOf(byte[] picture) {
        return (picture[0] & 0xFF) == PNG_MARK ? "image/png" : "image/jpeg";
    }
}
