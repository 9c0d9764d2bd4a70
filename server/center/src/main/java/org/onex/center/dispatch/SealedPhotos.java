package org.onex.center.dispatch;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.file.FileStore;
import org.onex.center.photo.PhotoDirectory;
import org.onex.contract.bundle.SiteBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The candidates' photos as nodes get them, each sealed once for a bundle; when photos change only the new ones are sealed. */
@Repository
class SealedPhotos {

    static final String PURPOSE = "onex-photo-v1";

    private static final Logger log = LoggerFactory.getLogger(SealedPhotos.class);

    private static final int PNG_MARK = 0x89;

    private final JdbcClient jdbc;
    private final PhotoDirectory photos;
    private final FileStore files;

    SealedPhotos(JdbcClient jdbc, PhotoDirectory photos, FileStore files) {
        this.jdbc = jdbc;
        this.photos = photos;
        this.files = files;
    }

    /**
     * What was found of some people.
     *
     * @param unreadable whose photo is there and cannot be read; nobody else waits for them
     */
    record Found(Map<EnrolmentKey, SiteBundle.PhotoFile> sealed, Set<EnrolmentKey> unreadable) {

        Found {
            sealed = Map.copyOf(sealed);
            unreadable = Set.copyOf(unreadable);
        }

        Optional<PackingFinding> unreadableOf(SlotRoster roster) {
            var tickets = roster.sitters().stream()
                    .filter(sitter -> unreadable.contains(sitter.enrolment()))
                    .map(sitter -> sitter.seat().ticket())
                    .toList();
            return tickets.isEmpty() ? Optional.empty() : Optional.of(PackingFinding.photoUnreadable(tickets));
        }
    }

    /** Of these people, as far as they have one. */
    Found of(Collection<EnrolmentKey> people, UUID site, Bundles.Keys keys) {
        var sealed = sealedBefore(site, keys.bundle());
        var found = new HashMap<EnrolmentKey, SiteBundle.PhotoFile>();
        var unreadable = new HashSet<EnrolmentKey>();
        photos.files(people).forEach((person, source) -> {
            var known = Optional.ofNullable(sealed.get(source))
                    .or(() -> read(source).map(plain -> seal(source, plain, site, keys)));
            known.ifPresent(photo -> {
                sealed.put(source, photo);
                found.put(person, photo);
            });
            if (known.isEmpty()) {
                unreadable.add(person);
            }
        });
        return new Found(found, unreadable);
    }

    private Optional<byte[]> read(String source) {
        try {
            return Optional.of(files.read(source)).filter(plain -> plain.length > 0);
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            log.error("The photo {} cannot be read", source, e);
            return Optional.empty();
        }
    }

    /** Whoever is second in sealing one takes what the first one sealed. */
    private SiteBundle.PhotoFile seal(String source, byte[] plain, UUID site, Bundles.Keys keys) {
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
