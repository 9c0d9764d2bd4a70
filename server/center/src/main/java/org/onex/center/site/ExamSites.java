package org.onex.center.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All exam sites with their rooms, whatever their state. */
@Repository
class ExamSites {

    private final JdbcClient jdbc;
    private final Vault vault;

    ExamSites(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<ExamSite> find(UUID id) {
        return found(id, "select * from site.site where id = :id");
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<ExamSite> findForChange(UUID id) {
        return found(id, "select * from site.site where id = :id for update");
    }

    /** The rooms after the site: asked row by row they would take a second connection while the first is kept. */
    private Optional<ExamSite> found(UUID id, String sql) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> withoutRooms(row))
                .optional()
                .map(site -> site.with(rooms(id)));
    }

    /**
     * @throws SiteRefused if the college has a living application for the qualification
     */
    void add(ExamSite added) {
        var stored = jdbc.sql("""
                insert into site.site
                    (id, version, state, since, college, province, qualification, awarding_body,
                     name, address, manager_name, manager_phone_sealed, opinion)
                values
                    (:id, :version, :state, :since, :college, :province, :qualification, :body,
                     :name, :address, :managerName, :managerPhone, :opinion)
                on conflict (college, qualification) where state <> 'SUSPENDED' do nothing
                """)
                .params(columns(added))
                .param("college", added.college())
                .param("province", added.province())
                .param("qualification", added.qualification())
                .param("body", added.awardingBody())
                .update();
        if (stored == 0) {
            throw SiteRefused.of(SiteRefused.Code.ALREADY_APPLIED, "qualification", added.qualification());
        }
        replaceRooms(added);
    }

    /**
     * @throws SiteRefused if the college has another living application for the qualification; the index would break the statement
     */
    void requireOnlyOne(ExamSite site) {
        var others = jdbc.sql("""
                select count(*) from site.site
                where college = :college and qualification = :qualification and state <> 'SUSPENDED' and id <> :id
                """)
                .param("college", site.college())
                .param("qualification", site.qualification())
                .param("id", site.id())
                .query(Integer.class)
                .single();
        if (others > 0) {
            throw SiteRefused.of(SiteRefused.Code.ALREADY_APPLIED, "qualification", site.qualification());
        }
    }

    /**
     * Stores the next version.
     *
     * @throws SiteRefused if somebody stored it before us
     */
    void change(ExamSite changed) {
        var stored = jdbc.sql("""
                update site.site set
                    version = :version, state = :state, since = :since, name = :name, address = :address,
                    manager_name = :managerName, manager_phone_sealed = :managerPhone, opinion = :opinion
                where id = :id and version = :version - 1
                """).params(columns(changed)).update();
        if (stored == 0) {
            throw SiteRefused.of(SiteRefused.Code.CHANGED);
        }
    }

    /** Stores the next version with other rooms. */
    void revise(ExamSite revised) {
        change(revised);
        replaceRooms(revised);
    }

    private void replaceRooms(ExamSite site) {
        jdbc.sql("delete from site.room where site_id = :site")
                .param("site", site.id())
                .update();
        int position = 0;
        for (var room : site.details().rooms()) {
            jdbc.sql("""
                    insert into site.room
                        (id, site_id, position, name, building, machines, spare_machines, cameras, network)
                    values
                        (:id, :site, :position, :name, :building, :machines, :spareMachines, :cameras, :network)
                    """)
                    .param("id", room.id())
                    .param("site", site.id())
                    .param("position", position)
                    .param("name", room.name())
                    .param("building", room.building())
                    .param("machines", room.machines())
                    .param("spareMachines", room.spareMachines())
                    .param("cameras", room.cameras())
                    .param("network", room.network())
                    .update();
            position++;
        }
    }

    private Map<String, @Nullable Object> columns(ExamSite site) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", site.id());
        columns.put("version", site.version());
        columns.put("state", site.state().name());
        columns.put("since", Timestamp.from(site.since()));
        columns.put("name", site.details().name());
        columns.put("address", site.details().address());
        columns.put("managerName", site.details().manager().name());
        var phone = site.details().manager().phone();
        columns.put("managerPhone", phone.isEmpty() ? null : vault.seal(phone, phoneOf(site.id())));
        columns.put("opinion", site.opinion());
        return columns;
    }

    private ExamSite withoutRooms(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var details = new SiteDetails(
                row.getString("name"),
                row.getString("address"),
                new SiteManager(row.getString("manager_name"), phone(row.getBytes("manager_phone_sealed"), id)),
                List.of());
        return new ExamSite(
                id,
                row.getInt("version"),
                ExamSite.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getString("college"),
                row.getString("province"),
                row.getString("qualification"),
                row.getString("awarding_body"),
                details,
                row.getString("opinion"));
    }

    private String phone(byte @Nullable [] sealed, UUID site) {
        return sealed == null ? "" : vault.openText(sealed, phoneOf(site));
    }

    private static String phoneOf(UUID site) {
        return "phone of the manager of " + site;
    }

    private List<Room> rooms(UUID site) {
        return jdbc.sql("""
                select id, name, building, machines, spare_machines, cameras, network
                from site.room where site_id = :site order by position
                """).param("site", site).query((row, n) -> room(row)).list();
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("building"),
                row.getInt("machines"),
                row.getInt("spare_machines"),
                row.getBoolean("cameras"),
                row.getBoolean("network"));
    }
}
