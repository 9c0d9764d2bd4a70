package org.onex.center.dispatch;

import java.util.Optional;
import org.onex.center.file.FileStore;
import org.onex.center.node.EnrolledNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bundles as single nodes get them (密封包): sealed for each when it asks first, the same bytes ever after. */
@Repository
class Letters {

    private final JdbcClient jdbc;
    private final FileStore files;

    Letters(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /**
     * @param sha256 under which the file store keeps it and the node asks for it
     */
    record Letter(String sha256, long bytes) {}

    Letter of(Bundle.Packed packed, EnrolledNode node) {
        return find(packed, node).orElseGet(() -> {
            seal(packed, node);
            return find(packed, node).orElseThrow();
        });
    }

    private Optional<Letter> find(Bundle.Packed packed, EnrolledNode node) {
        return jdbc.sql("""
                        select sha256, bytes from dispatch.letter
                        where site_id = :site and bundle_id = :bundle and version = :version and node_id = :node
                        """)
                .param("site", node.site())
                .param("bundle", packed.id())
                .param("version", packed.version())
                .param("node", node.id())
                .query((row, n) -> new Letter(row.getString("sha256"), row.getLong("bytes")))
                .optional();
    }

    /** Sealing twice gives other bytes; whoever is second takes what the first one sealed. */
    private void seal(Bundle.Packed packed, EnrolledNode node) {
        var sealed = node.sealingKey().seal(files.read(packed.signed()), StoreBundle.PURPOSE);
        jdbc.sql("""
                insert into dispatch.letter (site_id, bundle_id, version, node_id, sha256, bytes)
                values (:site, :bundle, :version, :node, :sha256, :bytes)
                on conflict (site_id, bundle_id, version, node_id) do nothing
                """)
                .param("site", node.site())
                .param("bundle", packed.id())
                .param("version", packed.version())
                .param("node", node.id())
                .param("sha256", files.keep(sealed))
                .param("bytes", sealed.length)
                .update();
    }

    /** Whether it is a letter to this node, or a paper or a photo that a bundle of its site names. */
    boolean isFor(EnrolledNode node, String sha256) {
        return jdbc.sql("""
                        select exists (select 1 from dispatch.letter l
                                       where l.site_id = :site and l.node_id = :node and l.sha256 = :sha256)
                            or exists (select 1 from dispatch.photo p where p.site_id = :site and p.sha256 = :sha256)
                            or exists (select 1 from dispatch.bundle_session s join dispatch.sealed_paper f
                                         on f.session_id = s.session_id
                                       where s.site_id = :site and f.sha256 = :sha256)
                        """)
                .param("site", node.site())
                .param("node", node.id())
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}
