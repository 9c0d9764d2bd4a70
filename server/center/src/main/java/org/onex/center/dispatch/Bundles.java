package org.onex.center.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.HashKey;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All bundles with their newest versions. */
@Repository
class Bundles {

    /** A bundle {@code b} with its newest version, whose columns are null where there is none. */
    static final String SELECT = """
            select b.site_id, b.plan, b.slot, b.site_name, b.college, b.awarding_body, b.opens, b.closes, b.people, b.arranged,
                   b.seating as bundle_seating, b.version, b.recalled, b.problems, b.warnings,
                   coalesce((select min(e.opens) from dispatch.bundle_session s join dispatch.session e on e.id = s.session_id
                             where s.site_id = b.site_id and s.bundle_id = k.bundle_id and s.version = b.version), b.opens) as begins,
                   k.bundle_id, v.digest, v.signed, v.seating, v.staffing, v.people as packed_people, v.packed_at
            from dispatch.bundle b
            left join dispatch.bundle_key k on k.site_id = b.site_id and k.plan = b.plan and k.slot = b.slot
            left join dispatch.bundle_version v
              on v.site_id = b.site_id and v.bundle_id = k.bundle_id and v.version = b.version
            """;

    private static final String PLACE = " where b.site_id = :site and b.plan = :plan and b.slot = :slot";
    private static final TypeReference<List<PackingFinding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Bundles(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /**
     * What stays the same over all versions of a bundle (考试包密钥).
     *
     * @param bundle   its id
     * @param hashKey  by which ID numbers and PINs are recognised without being in it
     * @param photoKey with which its photos are sealed
     */
    record Keys(UUID bundle, HashKey hashKey, DataKey photoKey) {}

    /** Seats were given: there is something to pack. What was found before does not count any more. */
    void expect(BundlePlace place, Bundle.Names names, Window hours, int people, int seating) {
        jdbc.sql("""
                insert into dispatch.bundle
                    (site_id, plan, slot, site_name, college, awarding_body, opens, closes, people, arranged, seating, version,
                     recalled, problems, warnings)
                values (:site, :plan, :slot, :siteName, :college, :body, :opens, :closes, :people, true, :seating, 0, 0, '[]', '[]')
                on conflict (site_id, plan, slot) do update set
                    people = excluded.people, arranged = excluded.arranged, seating = excluded.seating, problems = excluded.problems, warnings = excluded.warnings
                """)
                .paramSource(place.parameters()
                        .addValue("siteName", names.site())
                        .addValue("college", names.college())
                        .addValue("body", names.awardingBody())
                        .addValue("opens", Timestamp.from(hours.opens()))
                        .addValue("closes", Timestamp.from(hours.closes()))
                        .addValue("people", people)
                        .addValue("seating", seating))
                .update();
    }

    /** Seats of a site were taken back: nothing of it is packed until they are given anew, or handed out until it is packed anew. */
    void withdraw(String plan, UUID site) {
        jdbc.sql(
                        "update dispatch.bundle set arranged = false, recalled = version where site_id = :site and plan = :plan")
                .param("site", site)
                .param("plan", plan)
                .update();
    }

    Optional<Bundle> find(BundlePlace place) {
        return jdbc.sql(SELECT + PLACE)
                .paramSource(place.parameters())
                .query((row, n) -> bundle(row))
                .optional();
    }

    /** The slots of a site for a plan in which somebody has a seat. */
    List<Bundle> ofSite(String plan, UUID site) {
        return jdbc.sql(SELECT + " where b.site_id = :site and b.plan = :plan and b.arranged order by b.slot")
                .param("site", site)
                .param("plan", plan)
                .query((row, n) -> bundle(row))
                .list();
    }

    /** A bundle of a site that was packed, by its id. */
    Optional<Bundle> packed(UUID site, UUID id) {
        return jdbc.sql(SELECT + " where b.site_id = :site and k.bundle_id = :id and b.version > 0")
                .param("site", site)
                .param("id", id)
                .query((row, n) -> bundle(row))
                .optional();
    }

    /** What there is for a site's nodes of what closes after a moment, the earliest first. */
    List<Bundle> handedOut(UUID site, Instant after) {
        return jdbc.sql(SELECT + """
                where b.site_id = :site and b.arranged and b.version > b.recalled and b.closes > :after order by b.opens, b.plan, b.slot
                """)
                .param("site", site)
                .param("after", Timestamp.from(after))
                .query((row, n) -> bundle(row))
                .list();
    }

    /** Keeps others from packing it until the transaction ends. */
    Bundle hold(BundlePlace place) {
        jdbc.sql("select b.site_id from dispatch.bundle b" + PLACE + " for update")
                .paramSource(place.parameters())
                .query(UUID.class)
                .single();
        return find(place).orElseThrow();
    }

    /** The id and the keys of a bundle, made when they are asked for first. */
    Keys keys(BundlePlace place, UUID id) {
        jdbc.sql("""
                insert into dispatch.bundle_key (site_id, plan, slot, bundle_id, hash_key_sealed, photo_key_sealed)
                values (:site, :plan, :slot, :id, :hashKey, :photoKey)
                on conflict (site_id, plan, slot) do nothing
                """)
                .paramSource(place.parameters()
                        .addValue("id", id)
                        .addValue("hashKey", vault.seal(HashKey.random().bytes(), hashPurpose(id)))
                        .addValue("photoKey", vault.seal(DataKey.random().bytes(), photoPurpose(id))))
                .update();
        return jdbc.sql("select b.* from dispatch.bundle_key b" + PLACE)
                .paramSource(place.parameters())
                .query((row, n) -> new Keys(
                        row.getObject("bundle_id", UUID.class),
                        HashKey.of(vault.open(row.getBytes("hash_key_sealed"), hashPurpose(id))),
                        DataKey.of(vault.open(row.getBytes("photo_key_sealed"), photoPurpose(id)))))
                .single();
    }

    private static String hashPurpose(UUID bundle) {
        return "hash key of bundle " + bundle;
    }

    private static String photoPurpose(UUID bundle) {
        return "photo key of bundle " + bundle;
    }

    /** Writes down what packing found. */
    void note(BundlePlace place, List<PackingFinding> problems, List<PackingFinding> warnings) {
        jdbc.sql("update dispatch.bundle b set problems = :problems, warnings = :warnings" + PLACE)
                .paramSource(place.parameters()
                        .addValue("problems", json.writeValueAsString(problems))
                        .addValue("warnings", json.writeValueAsString(warnings)))
                .update();
    }

    /** Adds a version to a bundle that this transaction holds. */
    void add(BundlePlace place, Bundle.Packed packed, String by) {
        jdbc.sql("""
                insert into dispatch.bundle_version
                    (site_id, bundle_id, version, digest, signed, seating, staffing, people, packed_at, packed_by)
                values (:site, :id, :version, :digest, :signed, :seating, :staffing, :people, :at, :by)
                """)
                .paramSource(version(place, packed)
                        .addValue("digest", packed.digest())
                        .addValue("signed", packed.signed())
                        .addValue("people", packed.people())
                        .addValue("at", Timestamp.from(packed.at()))
                        .addValue("by", by))
                .update();
        jdbc.sql("update dispatch.bundle b set version = :version" + PLACE)
                .paramSource(version(place, packed))
                .update();
    }

    /** A later state of seats and invigilators gives the same content, which is good also if older seats were taken back. */
    void confirm(BundlePlace place, Bundle.Packed packed) {
        jdbc.sql("""
                update dispatch.bundle_version set seating = :seating, staffing = :staffing
                where site_id = :site and bundle_id = :id and version = :version
                """).paramSource(version(place, packed)).update();
        jdbc.sql("update dispatch.bundle b set recalled = 0" + PLACE)
                .paramSource(place.parameters())
                .update();
    }

    private static MapSqlParameterSource version(BundlePlace place, Bundle.Packed packed) {
        return place.parameters()
                .addValue("id", packed.id())
                .addValue("version", packed.version())
                .addValue("seating", packed.source().seating())
                .addValue("staffing", packed.source().staffing());
    }

    /** Reads a row of {@link #SELECT}. */
    Bundle bundle(ResultSet row) throws SQLException {
        return new Bundle(
                new BundlePlace(row.getObject("site_id", UUID.class), row.getString("plan"), row.getInt("slot")),
                new Bundle.Names(row.getString("site_name"), row.getString("college"), row.getString("awarding_body")),
                new Window(
                        row.getTimestamp("opens").toInstant(),
                        row.getTimestamp("closes").toInstant()),
                row.getTimestamp("begins").toInstant(),
                row.getInt("people"),
                new Bundle.Seats(row.getBoolean("arranged"), row.getInt("bundle_seating"), row.getInt("recalled")),
                packed(row),
                json.readValue(row.getString("problems"), FINDINGS),
                json.readValue(row.getString("warnings"), FINDINGS));
    }

    private static Bundle.@Nullable Packed packed(ResultSet row) throws SQLException {
        return row.getInt("version") == 0
                ? null
                : new Bundle.Packed(
                        row.getObject("bundle_id", UUID.class),
                        row.getInt("version"),
                        row.getString("digest"),
                        row.getString("signed"),
                        new Bundle.Source(row.getInt("seating"), row.getInt("staffing")),
                        row.getInt("packed_people"),
                        row.getTimestamp("packed_at").toInstant());
    }
}
